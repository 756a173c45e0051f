using System.Text.RegularExpressions;
using Learning.Server.Errors;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Errors;

/// <summary>What a page tells somebody to do is something that can be done on a page: no methods, addresses, fields, parameters or headers of the API.</summary>
public sealed partial class PagesSpeakToPeople
{
    // Refused by the command line, or before the server answers: no page can show them.
    private static readonly string[] Elsewhere =
    [
        "backup-foreign", "data-folder-busy", "data-folder-not-writable", "demo-not-here", "embedding-model-missing", "evaluation-data-unreadable",
        "folder-missing", "model-unknown", "plan-family-unknown", "rule-pack-invalid", "rule-pack-twice", "rule-pack-unreadable", "seed-invalid", "store-damaged",
    ];

    [Theory]
    [InlineData("Use an id from GET /members.")]
    [InlineData("See /docs for every address.")]
    [InlineData("Use nextCursor of the page before as it is.")]
    [InlineData("Train on more data; or promote it with force=true.")]
    [InlineData("Read it, and send its ETag as If-Match.")]
    [InlineData("请用 PUT 修改那一份。")]
    [InlineData("请在 groups 中填写您的一个小组。")]
    [InlineData("请把 traceId 告诉我们。")]
    public void The_words_of_the_api_are_known(string hint) => Assert.False(IsForPeople(hint));

    [Fact]
    public void No_chinese_hint_of_a_page_speaks_of_the_api()
    {
        var rules = ProblemTexts.Rules("zh").Except(Elsewhere, StringComparer.Ordinal).ToList();
        Assert.Contains("plan-unknown", rules);
        var wrong = rules.Select(rule => $"{rule}: {ProblemTexts.PageHint(rule, "zh")}").Where(hint => !IsForPeople(hint[hint.IndexOf(':', StringComparison.Ordinal)..])).ToList();
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_english_hint_of_a_page_speaks_of_the_api()
    {
        var said = Repository.Sources("src/Learning").Concat(Repository.Sources("src/Learning.Server")).SelectMany(Said).ToList();
        Assert.Contains(said, one => one is { Rule: "plan-unknown", Hint: "Use an id from GET /plans." });
        var wrong = said.Concat(ProblemTexts.Rules("en").Select(rule => (Rule: rule, Hint: (string?)null)))
            .Where(one => !Elsewhere.Contains(one.Rule, StringComparer.Ordinal))
            .Select(one => (one.Rule, Hint: ProblemTexts.PageHint(one.Rule, "en", one.Hint)))
            .Where(one => one.Hint is { } hint && !IsForPeople(hint)).Distinct().ToList();
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_text_for_pages_stands_in_both_languages_and_needs_no_values()
    {
        var rules = ProblemTexts.Rules("zh").Concat(ProblemTexts.Rules("en")).Distinct(StringComparer.Ordinal).ToList();
        Assert.Empty(rules.Where(rule => ProblemTexts.Has($"{rule}.page", "zh") != ProblemTexts.Has($"{rule}.page", "en")));
        Assert.Empty(rules.Where(rule => ProblemTexts.Has($"{rule}.page", "en") && new[] { "zh", "en" }.Any(language => ProblemTexts.PageHint(rule, language)!.Contains('{', StringComparison.Ordinal))));
    }

    private static bool IsForPeople(string hint) => !Api().IsMatch(Place().Replace(hint, "…"));

    // What stands in quotes behind a rule's name: the detail first, then the hint. One word is the name of a field, not a sentence.
    private static IEnumerable<(string Rule, string? Hint)> Said(string source) => Refused().Matches(source).SelectMany(refused =>
        Sentence().Matches(refused.Groups["rest"].Value).Select(sentence => sentence.Groups["said"].Value).Where(said => said.Contains(' ', StringComparison.Ordinal))
            .Skip(1).Select(said => (refused.Groups["rule"].Value, (string?)said)));

    [GeneratedRegex(
        """
        \b(GET|POST|PUT|PATCH|DELETE|UUID|ETag|UTC|API)\b|(?<![\w.])/[a-z{]|\b[a-z]+[A-Z]\w*|\w=\w|\b[Tt]he\ header\b|\bheaders\b|If-Match|Retry-After|Idempotency|Authorization|charset|
        \b(application|multipart)/|Learning:|trace\ id|\bids?\b|\bwhy-not\b|Leave\ (?!it\b|one\b|them\b|out\b|some\b|the\b)\w+\ out|[Ff]ile\ field|
        [\u4e00-\u9fff”][ ]?(?!zh\b|en\b|under\b|plus\b|safe\b)[a-z]{2,}|\b[a-z]{2,}[ ][\u4e00-\u9fff]|请求头|响应头|请求体|字段
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Api();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Place();

    [GeneratedRegex("\"(?<rule>[a-z]+(-[a-z]+)+)\",(?<rest>.{1,1000}?)(BrokenRuleKind|\\);|\\)\\r?\\n|\\)\\.)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Refused();

    [GeneratedRegex("\"(?<said>(?:[^\"\\\\]|\\\\.)*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Sentence();
}
