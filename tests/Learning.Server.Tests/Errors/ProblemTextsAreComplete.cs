using System.Text.RegularExpressions;
using Learning.Server.Errors;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Errors;

/// <summary>Every rule that the engine and the server name is told in both languages. The command line speaks English.</summary>
public sealed partial class ProblemTextsAreComplete
{
    [Fact]
    public void Every_rule_in_use_has_a_chinese_title_detail_and_hint()
    {
        var rules = RulesInUse();
        Assert.Contains("if-match-stale", rules);
        Assert.Contains("member-unknown", rules);
        var missing = rules.SelectMany(rule => new[] { $"{rule}.title", $"{rule}.detail", $"{rule}.hint" }).Where(key => !ProblemTexts.Has(key, "zh")).ToList();
        Assert.Empty(missing);
    }

    [Fact]
    public void What_only_http_refuses_is_told_in_english_by_the_resources()
    {
        var missing = Repository.Sources("src/Learning.Server").SelectMany(text => Refused().Matches(text)).Select(match => match.Groups["rule"].Value).Distinct(StringComparer.Ordinal)
            .SelectMany(rule => new[] { $"{rule}.detail", $"{rule}.hint" }).Where(key => !ProblemTexts.Has(key, "en")).ToList();
        Assert.Empty(missing);
    }

    [Fact]
    public void No_text_is_left_of_a_rule_that_is_gone()
    {
        var words = Repository.Sources("src").SelectMany(text => Quoted().Matches(text)).Select(match => match.Groups["word"].Value).ToHashSet(StringComparer.Ordinal);
        var left = ProblemTexts.Rules("zh").Except(words, StringComparer.Ordinal).ToList();
        Assert.Empty(left);
    }

    private static HashSet<string> RulesInUse() => Repository.Sources("src/Learning").Concat(Repository.Sources("src/Learning.Server"))
        .SelectMany(text => Named().Matches(text).Concat(Refused().Matches(text)))
        .Select(match => match.Groups["rule"].Value)
        .ToHashSet(StringComparer.Ordinal);

    // new BrokenRule("rule", …), new("rule", "Detail…"), Failed(x, "rule", "Detail…"): a name in hyphens, followed by an English sentence.
    [GeneratedRegex("""(?:BrokenRule|Problem)\(\s*"(?<rule>[a-z]+(?:-[a-z]+)+)"|"(?<rule>[a-z]+(?:-[a-z]+)+)",\s*\$?"[A-Z{']""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Named();

    [GeneratedRegex("""(?:Refusal\(|Refusal Refused\(\) => new\(|Problems\.Of\(context, )"(?<rule>[a-z]+(?:-[a-z]+)+)"|\] = "(?<rule>[a-z]+(?:-[a-z]+)+)",""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Refused();

    [GeneratedRegex("\"(?<word>[a-z]+(?:-[a-z]+)*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Quoted();
}
