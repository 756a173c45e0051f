using Learning.Materials;

namespace Learning.Tests.Materials;

/// <summary>Drop a pair of files, get a test: <c>NAME.EXT</c> and <c>NAME.EXT.expected.json</c> in data/fixtures/materials.</summary>
public sealed class FixturePairs
{
    public static TheoryData<string> Raw() => [.. Fixtures.Names()];

    [Theory]
    [MemberData(nameof(Raw))]
    public void A_file_gives_what_stands_beside_it(string name)
    {
        var actual = Fixtures.Written(MaterialReaders.Read(name, Fixtures.Bytes(name)));
        if (Environment.GetEnvironmentVariable("LEARNING_FIXTURES") == "write")
            File.WriteAllText(Fixtures.ExpectedPath(name), actual);

        Assert.True(File.Exists(Fixtures.ExpectedPath(name)), $"There is no {Path.GetFileName(Fixtures.ExpectedPath(name))}. Reading gives:\n{actual}");
        Assert.Equal(File.ReadAllText(Fixtures.ExpectedPath(name)), actual, ignoreLineEndingDifferences: true);
    }
}
