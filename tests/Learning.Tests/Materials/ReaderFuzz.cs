using CsCheck;
using Learning.Materials;

namespace Learning.Tests.Materials;

/// <summary>Files that were damaged on their way: every reader answers, whatever bytes were changed, lost or repeated.</summary>
public sealed class ReaderFuzz
{
    private static readonly (string Name, byte[] Bytes)[] Files = [.. Fixtures.Names().Select(name => (name, Fixtures.Bytes(name))).Where(file => file.Item2.Length > 0)];

    private static readonly Gen<(string Name, byte[] Bytes)> Damaged =
        from file in Gen.Int[0, Files.Length - 1].Select(i => Files[i])
        from changes in Gen.Select(Gen.Int[0, file.Bytes.Length - 1], Gen.Byte).List[0, 12]
        from cut in Gen.Select(Gen.Int[0, file.Bytes.Length], Gen.Int[0, 64], Gen.Int[0, 3])
        select (file.Name, Damage(file.Bytes, changes, cut));

    [Fact]
    public void No_damage_makes_a_reader_throw() => Damaged.Sample(
        file => Assert.All(MaterialReaders.Read(file.Name, file.Bytes), result => Assert.True(result.Material is null != (result.Problems.Count == 0))),
        iter: 3_000);

    [Fact]
    public void No_bytes_under_any_name_make_a_reader_throw() => Gen.Select(Gen.Byte.Array[1, 400], Gen.Int[0, MaterialReaders.Extensions.Count - 1]).Sample(
        (bytes, at) => Assert.NotEmpty(MaterialReaders.Read("a" + MaterialReaders.Extensions.ElementAt(at), bytes)),
        iter: 2_000);

    [Fact]
    public void What_is_read_is_within_the_limits_and_can_be_hashed_and_cut() => Damaged.Sample(
        file =>
        {
            foreach (var material in MaterialReaders.Read(file.Name, file.Bytes).Select(result => result.Material).OfType<ReadMaterial>())
            {
                Assert.InRange(material.Title.Length, 1, 300);
                Assert.InRange(material.Minutes, 1, 600);
                Assert.Contains(material.Language, (string[])["zh", "en"]);
                Assert.Equal(64, ContentHash.Of(material).Length);
                Assert.NotEmpty(Chunker.Cut(material.Title, material.Text, material.Language));
            }
        },
        iter: 1_000);

    private static byte[] Damage(byte[] whole, List<(int At, byte To)> changes, (int At, int Length, int Kind) cut)
    {
        var bytes = (byte[])whole.Clone();
        foreach (var (at, to) in changes)
            bytes[at] = to;
        return cut.Kind switch
        {
            0 => bytes,
            1 => bytes[..cut.At],
            2 => [.. bytes[..cut.At], .. bytes[Math.Min(bytes.Length, cut.At + cut.Length)..]],
            _ => [.. bytes[..cut.At], .. bytes[Math.Max(0, cut.At - cut.Length)..]],
        };
    }
}
