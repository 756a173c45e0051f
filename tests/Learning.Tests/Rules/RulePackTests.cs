using Learning.Members;
using Learning.Rules;

namespace Learning.Tests.Rules;

public sealed class RulePackTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Fact]
    public void The_shipped_packs_can_be_read_and_name_their_source()
    {
        var packs = RulePacks.Read(DataFolder.Find("data/rules"));

        var pack = packs.Find("party-education-2019")!;
        Assert.Equal(32, pack.Hours!.Target);
        Assert.Equal("第二十条", pack.Source.Article);
        Assert.All(packs.All, each => Assert.False(string.IsNullOrWhiteSpace(each.Source.Document)));
    }

    [Fact]
    public void A_pack_applies_from_its_first_to_its_last_day()
    {
        var pack = Parse("from: 2026-01-01", "until: 2026-12-31");

        Assert.False(pack.AppliesOn(new DateOnly(2025, 12, 31), Somebody()));
        Assert.True(pack.AppliesOn(new DateOnly(2026, 12, 31), Somebody()));
        Assert.False(pack.AppliesOn(new DateOnly(2027, 1, 1), Somebody()));
    }

    [Fact]
    public void An_occupation_prefix_means_everybody_below_it_and_nobody_beside()
    {
        var pack = Parse("appliesTo: { occupations: ['4-02'] }");

        Assert.True(pack.AppliesOn(Today, Somebody(occupation: "4-02-07-08")));
        Assert.False(pack.AppliesOn(Today, Somebody(occupation: "4-10-08-01")));
        Assert.False(pack.AppliesOn(Today, Somebody(occupation: null)));
    }

    [Fact]
    public void An_exemption_holds_until_its_last_day()
    {
        var pack = Parse("exemptions: [{ kind: ill, text: { zh: 因病, en: ill } }]");
        var member = Somebody();
        member.Exemptions.Add(new Exemption("ill", new DateOnly(2026, 6, 30)));

        Assert.NotNull(pack.ExemptionOf(member, new DateOnly(2026, 6, 30)));
        Assert.Null(pack.ExemptionOf(member, new DateOnly(2026, 7, 1)));
    }

    [Theory]
    [InlineData("from: yesterday", "no date")]
    [InlineData("from: 2026-01-01\nuntil: 2025-01-01", "until lies before from")]
    [InlineData("from: 2026-01-01\nhours: { target: 0, period: year }", "hours.target")]
    [InlineData("from: 2026-01-01\nhours: { target: 8, period: fortnight }", "period")]
    [InlineData("from: [", "line")]
    public void A_pack_that_is_wrong_says_what_is_wrong_and_where(string yaml, string what)
    {
        var broken = Assert.Throws<BrokenRule>(() => RulePacks.Parse(Head + yaml, "local.yaml"));

        Assert.Equal("rule-pack-invalid", broken.Rule);
        Assert.Contains("local.yaml", broken.Detail, StringComparison.Ordinal);
        Assert.Contains(what, broken.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("year", 2026, 5, 17, "2026-01-01", "2026-12-31")]
    [InlineData("half-year", 2026, 7, 1, "2026-07-01", "2026-12-31")]
    [InlineData("quarter", 2024, 2, 29, "2024-01-01", "2024-03-31")]
    public void A_period_is_a_stretch_of_the_calendar(string kind, int year, int month, int day, string first, string last)
    {
        var period = RulePeriod.Of(kind, new DateOnly(year, month, day));

        Assert.Equal((DateOnly.Parse(first), DateOnly.Parse(last)), (period.First, period.Last));
    }

    private const string Head = "id: local\ntitle: { zh: 本地, en: Local }\nsource: { document: D, article: A, quote: Q }\n";

    private static RulePack Parse(params string[] lines) =>
        RulePacks.Parse(Head + (lines.Any(line => line.StartsWith("from", StringComparison.Ordinal)) ? "" : "from: 2020-01-01\n") + "required: [{ key: first-lesson }]\n" + string.Join('\n', lines), "local.yaml");

    private static Member Somebody(string? occupation = "4-02-07-08") => new()
    {
        Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
        Organisation = "here",
        Name = "某人",
        OccupationCode = occupation,
        JoinedAt = DateTimeOffset.UnixEpoch,
    };
}
