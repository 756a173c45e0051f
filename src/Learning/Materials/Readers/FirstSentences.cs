using System.Text.RegularExpressions;

namespace Learning.Materials.Readers;

/// <summary>A summary for texts that bring none: the first sentences of the first real paragraph, at most 120 characters.</summary>
internal static partial class FirstSentences
{
    private const int Most = 120;
    private const int Enough = 40;
    private const int LinesLooked = 200;
    private const int LineCharacters = 2_000;

    public static string Of(string text, string title = "")
    {
        var summary = "";
        foreach (var line in RealLines(text, title))
        {
            foreach (var sentence in Sentences.Of(line))
            {
                var more = (summary + sentence).Trim();
                if (more.Length > Most)
                    return summary.Length > 0 ? summary.Trim() : Cut(more);
                summary = more + (LanguageOf.Text(more) == "en" ? " " : "");
            }

            if (summary.Length >= Enough)
                break;
        }

        return summary.Trim();
    }

    /// <summary>Whether a text says anything beside its headings, its title and when it was passed; a table or a list of short lines does.</summary>
    public static bool HasWords(string text, string title) => Lines(text)
        .Where(line => line != title && Markup.HeadingLevel(line) == 0 && !Markup.IsUnderline(line) && !line.StartsWith("![", StringComparison.Ordinal) && !IsPromulgation(line))
        .Any(line => line != "目录" && line.Any(char.IsLetterOrDigit));

    private static IEnumerable<string> RealLines(string text, string title)
    {
        var fenced = false;
        foreach (var raw in Lines(text).Take(LinesLooked))
        {
            fenced ^= Markup.IsFence(raw);
            if (fenced || Markup.HeadingLevel(raw) > 0 || Markup.IsUnderline(raw) || raw.StartsWith("[^", StringComparison.Ordinal) || raw.StartsWith('|') || raw.StartsWith('<') || raw.StartsWith("![", StringComparison.Ordinal))
                continue;
            var line = Article().Replace(Markup.Plain(Marker().Replace(raw, "")), "").Trim();
            if (line.Length > 5 && line != title && !IsPromulgation(line))
                yield return line;
        }
    }

    private static IEnumerable<string> Lines(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var stop = text.IndexOf('\n', at);
            var end = stop < 0 ? text.Length : stop;
            yield return text.Substring(at, Math.Min(end - at, LineCharacters)).Trim();
            at = end + 1;
        }
    }

    // When and by whom a law was passed says nothing about what it teaches.
    private static bool IsPromulgation(string line) => Passed().IsMatch(line) || (line.StartsWith("目录", StringComparison.Ordinal) && line.Length < Enough);

    private static string Cut(string text)
    {
        var comma = text.AsSpan(0, Most - 1).LastIndexOfAny("，；,;");
        var end = comma > Enough ? comma : Most - 1;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end].TrimEnd() + "…";
    }

    [GeneratedRegex(@"^[（(*]*(根据)?\d{4}年\d{1,2}月(\d{1,2}日)?.*(通过|公布|发布|修正|修订|施行|批准|公告)[^。]{0,30}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Passed();

    [GeneratedRegex(@"^(\s*([-*+>]|\d{1,3}[.)、])\s+)+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marker();

    [GeneratedRegex(@"^第[〇零一二三四五六七八九十百千\d]{1,9}条(之[一二三四五六七八九十]{1,3})?[\s　:：]*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Article();
}
