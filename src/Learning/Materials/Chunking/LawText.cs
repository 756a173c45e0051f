using System.Text.RegularExpressions;

namespace Learning.Materials.Chunking;

/// <summary>How laws are laid out, with and without Markdown.</summary>
internal static partial class LawText
{
    private const string Numeral = "〇零一二三四五六七八九十百千０-９0-9";

    /// <summary>Level of a heading that is no Markdown: 编 1, 章 2, 节 3 (deeper than a title); 0 for other lines.</summary>
    public static int HeadingLevel(ReadOnlySpan<char> line)
    {
        var trimmed = line.Trim();
        if (trimmed.Length is < 3 or > 60 || trimmed[0] != '第')
            return 0;
        foreach (var match in Heading().EnumerateMatches(trimmed))
            return 2 + "编章节".IndexOf(trimmed[trimmed[..match.Length].LastIndexOfAny("编章节")], StringComparison.Ordinal);
        return 0;
    }

    /// <summary>The article that begins on this line, without marks and blanks; null for other lines.</summary>
    public static string? Article(ReadOnlySpan<char> line)
    {
        var trimmed = line.TrimStart(" \t　*_>");
        if (trimmed.Length < 3 || (trimmed[0] != '第' && trimmed[0] != 'A'))
            return null;
        foreach (var match in ArticleStart().EnumerateMatches(trimmed))
            return trimmed[..match.Length].TrimEnd(" \t\r\n　*_.:：").ToString();
        return null;
    }

    [GeneratedRegex($"^第[{Numeral}]{{1,9}}[编章节](?=[\\s　]\\S|\\s*$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex($"^(第[{Numeral}]{{1,9}}条(之[{Numeral}]{{1,3}})?(?=[\\s　*_:：]|$)|Article \\d{{1,4}}(?=\\s*[.:*_]|\\s*$|\\s\\s))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ArticleStart();
}
