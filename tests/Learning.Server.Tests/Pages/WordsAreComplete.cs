using System.Text.RegularExpressions;
using System.Xml.Linq;
using Learning.Server.Pages;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Pages;

/// <summary>Whatever a page says, it says in both languages.</summary>
public sealed partial class WordsAreComplete
{
    [Fact]
    public void Both_languages_have_the_same_words() => Assert.Equal(Words.Keys("en").Order(StringComparer.Ordinal), Words.Keys("zh").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_word_a_page_uses_is_there()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Learning.Server", "Pages"), "*.cshtml", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var used = pages.SelectMany(page => Used().Matches(page)).Select(match => match.Groups["key"].Value).Distinct(StringComparer.Ordinal).ToList();
        Assert.Contains("plan.title", used);
        Assert.Empty(used.Where(key => !key.EndsWith('.') && !key.EndsWith('-')).Except(Words.Keys("en"), StringComparer.Ordinal));
    }

    [Fact]
    public void Every_word_that_is_put_together_has_its_parts()
    {
        var keys = Words.Keys("en");
        var parts = Enum.GetNames<Mode>().Select(mode => $"mode.{mode}")
            .Concat(Enum.GetNames<Learning.Plans.PlanState>().Select(state => $"state.{state}"))
            .Concat(Enum.GetNames<Learning.Members.RosterStatus>().SelectMany(status => new[] { $"roster.{status}", $"fate.{status}" }))
            .Concat(Enum.GetNames<Learning.Records.Ledger.HoursKind>().Select(kind => $"booked.{kind}"))
            .Concat(Learning.Plans.PlanDoubts.Kinds.Select(kind => $"doubt.{kind}"))
            .Concat(Learning.Candidates.Funnel.Rules.Select(rule => $"never.{rule}"));
        Assert.Empty(parts.Except(keys, StringComparer.Ordinal));
    }

    [Fact]
    public void No_count_in_english_has_only_a_plural()
    {
        var all = Texts("resx").ToList();
        Assert.Contains(all, text => text.Value.Contains("{n:lesson|lessons}", StringComparison.Ordinal));
        Assert.Empty(all.Where(text => Plural().IsMatch(text.Value)));
    }

    [Fact]
    public void Every_place_of_a_sentence_is_understood()
    {
        foreach (var (language, end) in new[] { ("en", "resx"), ("zh", "zh-Hans.resx") })
        {
            var all = Texts(end).ToList();
            Assert.True(all.Count > 500);
            Assert.Empty(all.Where(text => Sentence.Fill(text.Value, language, _ => "2").Contains('{', StringComparison.Ordinal)));
        }
    }

    private static IEnumerable<(string Key, string Value)> Texts(string end) =>
        new[] { "Learning/Texts", "Learning.Server/Pages/Words", "Learning.Server/Pages/Coordinator/Words" }
            .Select(book => XDocument.Load(Path.Combine(Repository.Root, "src", $"{book}.{end}")))
            .SelectMany(book => book.Root!.Elements("data"))
            .Select(text => ((string)text.Attribute("name")!, (string)text.Element("value")!));

    // A number that may be 1, and a noun that goes with more.
    [GeneratedRegex(@"\{(n|count|items|lessons|plans|people|members|lists|kept|minutes|hours|days|to)\} ((more|credit|learning|open) )?(lessons|plans|members|people|lists|days|hours|minutes|records|groups|differences|questions|weeks|sign-ins)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Plural();

    [GeneratedRegex("""W(?:\.Of\(|\[)"(?<key>[^"{]+)["]\s*(?:[\],)])""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Used();
}
