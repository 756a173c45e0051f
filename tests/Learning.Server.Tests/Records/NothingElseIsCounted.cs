using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Records;

/// <summary>Read from the description of the API: no call ranks members, counts time on a screen, or has anybody check in.</summary>
public sealed partial class NothingElseIsCounted(SharedApplication app)
{
    [Fact]
    public async Task No_call_and_no_field_ranks_members_counts_minutes_or_checks_anybody_in()
    {
        using var stranger = app.Stranger();
        var document = await stranger.SendAsync("GET", "/openapi/v1.json").JsonAsync();
        var names = Names(document["paths"]!).Concat(Names(document["components"]!["schemas"]!)).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(names.Count > 100, "the description was not read");
        Assert.Empty(names.Where(name => Forbidden().IsMatch(name)));
    }

    [Theory]
    [InlineData("/api/v1/members/leaderboard")]
    [InlineData("/api/v1/me/check-in")]
    [InlineData("watchedSeconds")]
    [InlineData("screenMinutes")]
    [InlineData("memberRank")]
    [InlineData("streak")]
    public void Such_a_name_would_be_found(string name) => Assert.Matches(Forbidden(), name);

    [Fact]
    public async Task Who_reports_a_record_can_not_say_how_long_it_took()
    {
        using var stranger = app.Stranger();
        var document = await stranger.SendAsync("GET", "/openapi/v1.json").JsonAsync();

        var fields = document["components"]!["schemas"]!["RecordRequest"]!["properties"]!.AsObject().Select(field => field.Key);

        Assert.DoesNotContain(fields, field => field.Contains("minute", StringComparison.OrdinalIgnoreCase) || field.Contains("duration", StringComparison.OrdinalIgnoreCase) || field.Contains("hours", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Names(JsonNode node) => node switch
    {
        JsonObject map => map.SelectMany(pair => new[] { pair.Key }.Concat(pair.Value is null ? [] : Names(pair.Value))),
        JsonArray list => list.SelectMany(item => item is null ? [] : Names(item)),
        _ => [],
    };

    [GeneratedRegex("leader-?board|ranking-?of-?members|member-?rank|rank(ed)?-?members|top-?members|check-?in\\b|sign-?in-?streak|streak|punch|badge|\\bpoints\\b|screen-?(time|minutes|seconds)|watch(ed)?-?(time|minutes|seconds)|dwell|time-?spent|minutes-?(spent|studied|watched)|online-?(time|minutes)|duration", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Forbidden();
}
