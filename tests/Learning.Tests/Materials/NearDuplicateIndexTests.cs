using CsCheck;
using Learning.Materials;

namespace Learning.Tests.Materials;

public sealed class NearDuplicateIndexTests
{
    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    [Fact]
    public void Fingerprints_within_ten_bits_are_always_found() => Gen.Select(Gen.Long, Gen.Int[0, 63].HashSet[0, 10]).Sample((fingerprint, bits) =>
    {
        var index = new NearDuplicateIndex();
        index.Add(Id(1), "one", fingerprint);
        Assert.Equal([Id(1)], index.Candidates("other", bits.Aggregate(fingerprint, (value, bit) => value ^ (1L << bit))));
    });

    [Fact]
    public void Fingerprints_far_apart_are_not_found()
    {
        var index = new NearDuplicateIndex();
        index.Add(Id(1), "one", 0);

        Assert.Empty(index.Candidates("other", 0x7FFF));
        Assert.Empty(index.Candidates("other", -1));
    }

    [Fact]
    public void Similar_titles_are_found_among_many()
    {
        var index = new NearDuplicateIndex();
        for (var i = 0; i < 500; i++)
            index.Add(Id(i), $"骑手第{i}课：路口与盲区", i * 0x123456789ABCDEF);
        index.Add(Id(1000), "主播开播前的十项准备", 0);

        Assert.Contains(Id(1000), index.Candidates("【学堂】主播开播前的十项准备", -1));
    }

    [Fact]
    public void What_is_taken_out_or_replaced_is_not_found()
    {
        var index = new NearDuplicateIndex();
        index.Add(Id(1), "开播前的准备", 7);
        index.Add(Id(2), "收工后的整理", 8);
        index.Remove(Id(1));
        index.Remove(Id(3));
        index.Add(Id(2), "别的题目", -8);

        Assert.Equal(1, index.Count);
        Assert.Empty(index.Candidates("开播前的准备", 7));
        Assert.Empty(index.Candidates("收工后的整理", 7));
    }

    [Fact]
    public void A_material_does_not_find_itself()
    {
        var index = new NearDuplicateIndex();
        index.Add(Id(1), "a title", 5);

        Assert.Empty(index.Candidates("a title", 5, self: Id(1)));
    }
}
