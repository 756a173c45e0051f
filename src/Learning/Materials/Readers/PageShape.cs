using System.Text.RegularExpressions;

namespace Learning.Materials.Readers;

/// <summary>Pages of a collection that only lead to other pages.</summary>
internal static partial class PageShape
{
    private const double Mostly = 0.8, Half = 0.5;

    /// <summary>Why there is nothing to learn from a page; null where there is. Pages with a told summary or questions are always meant.</summary>
    public static FolderSkip? NothingToLearn(ReadMaterial page)
    {
        if (!page.Estimated.Contains(FieldNames.Summary, StringComparer.Ordinal) || page.Questions.Count > 0)
            return null;
        int all = 0, linked = 0, layout = 0;
        foreach (var range in page.Text.AsSpan().Split('\n'))
        {
            var line = page.Text[range];
            if (Markup.HeadingLevel(line) > 0)
                continue;
            var letters = Letters(line);
            all += letters;
            linked += Link().EnumerateMatches(line) is var links ? LinkedLetters(line, links) : 0;
            layout += line.AsSpan().TrimStart().StartsWith("<") ? letters : 0;
        }

        if (all > 0 && layout > all * Half)
            return new FolderSkip(FolderSkips.LayoutPage, "The page is mostly markup for a site's layout.");
        if (all > 0 && linked > all * Mostly)
            return new FolderSkip(FolderSkips.IndexPage, "The page is a list of links to other pages.");
        return page.Summary.Length == 0 && !FirstSentences.HasWords(page.Text, page.Title) ? new FolderSkip(FolderSkips.TitlePage, "The page has a title but no text of its own.") : null;
    }

    private static int LinkedLetters(string line, Regex.ValueMatchEnumerator links)
    {
        var letters = 0;
        foreach (var link in links)
            letters += Letters(line.AsSpan(link.Index, link.Length));
        return letters;
    }

    private static int Letters(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
            letters += char.IsLetterOrDigit(c) ? 1 : 0;
        return letters;
    }

    [GeneratedRegex(@"\[[^\[\]]*\]\([^()]*\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();
}
