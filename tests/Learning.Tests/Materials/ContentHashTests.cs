using Learning.Materials;

namespace Learning.Tests.Materials;

public sealed class ContentHashTests
{
    private static readonly ReadMaterial Draft = new() { Key = "a", Title = "Title", Language = "en", Text = "Text", Topics = ["one", "two"], Minutes = 5, CreditHours = 0.1m };

    [Fact]
    public void The_same_draft_has_the_same_hash() => Assert.Equal(ContentHash.Of(Draft), ContentHash.Of(Draft with { Topics = ["one", "two"] }));

    [Fact]
    public void The_hash_is_sixty_four_hexadecimal_digits() => Assert.Matches("^[0-9a-f]{64}$", ContentHash.Of(Draft));

    [Fact]
    public void Every_field_counts()
    {
        var question = new RecallQuestion { Ask = "?", Options = ["a", "b"], Answer = "a" };
        ReadMaterial[] others =
        [
            Draft with { Key = "b" }, Draft with { Organisation = "o" }, Draft with { Title = "T" }, Draft with { Summary = "s" }, Draft with { Language = "zh" },
            Draft with { Topics = ["one two"] }, Draft with { Topics = ["two", "one"] }, Draft with { Occupations = ["4"] }, Draft with { AgeBands = ["25-34"] },
            Draft with { Level = Level.Advanced }, Draft with { Prerequisites = ["p"] }, Draft with { CreditHours = 0.2m }, Draft with { Minutes = 6 },
            Draft with { Mode = Mode.Listen }, Draft with { ValidFrom = new DateOnly(2025, 1, 1) }, Draft with { ValidUntil = new DateOnly(2025, 1, 1) },
            Draft with { Source = "s" }, Draft with { Licence = "l" }, Draft with { Text = "t" }, Draft with { Questions = [question] }, Draft with { Estimated = ["title"] },
        ];

        var hashes = others.Append(Draft).Select(ContentHash.Of).ToList();

        Assert.Equal(hashes.Count, hashes.Distinct().Count());
        Assert.True(typeof(ReadMaterial).GetProperties().Length <= others.Length, "A new field of a draft belongs into the hash and into this test.");
    }

    [Fact]
    public void Credit_of_one_and_of_one_point_zero_is_the_same() =>
        Assert.Equal(ContentHash.Of(Draft with { CreditHours = 1m }), ContentHash.Of(Draft with { CreditHours = 1.0m }));
}
