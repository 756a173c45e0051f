namespace Learning.Materials.Readers;

/// <summary>
/// Counts tags before a page is parsed. Parsers of HTML repair what is never closed, and the repair of 100,000 nested tags
/// takes minutes, or gigabytes where each paragraph repeats the bold text left open before it. No real page comes near these limits.
/// </summary>
internal static class HtmlScan
{
    private const int MostOpen = 1_000;
    private const long MostRepeated = 5_000_000;

    // Tags that close themselves, or that HTML closes when the next begins.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Unclosed = Names(
        "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot option optgroup colgroup rt rp");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Formatting = Names("a b big code em font i nobr s small strike strong tt u");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Verbatim = Names("script style textarea title xmp");

    public static void Check(string html)
    {
        int open = 0, formatting = 0;
        long tags = 0, repeated = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at))
        {
            var isEnd = html[++at] == '/';
            var name = NameAt(html, isEnd ? at + 1 : at);
            if (name.IsEmpty)
                continue;
            tags++;
            var step = isEnd ? -1 : 1;
            formatting = Formatting.Contains(name) ? Math.Max(0, formatting + step) : formatting;
            open = Unclosed.Contains(name) ? open : Math.Max(0, open + step);
            repeated += formatting;
            if (open > MostOpen || repeated > MostRepeated + (tags * 8))
                throw new BadFile(Problems.Unpacks(open > MostOpen ? $"The page leaves more than {MostOpen} tags open." : "The page leaves too many bold and similar tags open."));
            if (!isEnd && Verbatim.Contains(name))
                at = EndOf(html, at, name);
        }
    }

    private static ReadOnlySpan<char> NameAt(string html, int at)
    {
        var end = at;
        while (end < html.Length && end - at < 20 && char.IsAsciiLetterOrDigit(html[end]))
            end++;
        return end > at && char.IsAsciiLetter(html[at]) ? html.AsSpan(at, end - at) : [];
    }

    private static int EndOf(string html, int at, ReadOnlySpan<char> name)
    {
        var end = html.AsSpan(at).IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : at + end;
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(string names) =>
        new HashSet<string>(names.Split(' '), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
