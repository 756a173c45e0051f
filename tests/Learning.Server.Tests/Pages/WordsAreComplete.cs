using System.Text.RegularExpressions;
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
            .Concat(Learning.Candidates.Funnel.Rules.Select(rule => $"never.{rule}"));
        Assert.Empty(parts.Except(keys, StringComparer.Ordinal));
    }

    [GeneratedRegex("""W(?:\.Of\(|\[)"(?<key>[^"{]+)["]\s*(?:[\],)])""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Used();
}
