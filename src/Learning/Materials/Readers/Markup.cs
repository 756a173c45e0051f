using System.Text.RegularExpressions;

namespace Learning.Materials.Readers;

/// <summary>Small questions about Markdown text.</summary>
internal static partial class Markup
{
    private const int Timeout = 1000;

    /// <summary>The first heading's words; null where there is none. Lines in code fences are no headings.</summary>
    public static string? FirstHeading(string text)
    {
        var fenced = false;
        var before = "";
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range];
            if (IsFence(line))
                fenced = !fenced;
            else if (!fenced && HeadingLevel(line) > 0 && Plain(HeadingText(line)) is { Length: > 0 } heading)
                return heading;
            if (!fenced && IsUnderline(line) && before.Length > 0)
                return before;
            before = Plain(line.ToString());
        }

        return null;
    }

    public static bool IsFence(ReadOnlySpan<char> line)
    {
        var start = line.TrimStart(' ');
        return line.Length - start.Length <= 3 && (start.StartsWith("```", StringComparison.Ordinal) || start.StartsWith("~~~", StringComparison.Ordinal));
    }

    /// <summary>1–6 for a heading (# to ######), 0 for any other line.</summary>
    public static int HeadingLevel(ReadOnlySpan<char> line)
    {
        var start = line.TrimStart(' ');
        var level = start.IndexOfAnyExcept('#');
        if (line.Length - start.Length > 3 || level is < 1 or > 6)
            return level < 0 && start.Length is >= 1 and <= 6 ? start.Length : 0;
        return start[level] is ' ' or '\t' or '\u3000' or '\r' ? level : 0;
    }

    /// <summary>A line of = that makes the line above it a heading.</summary>
    public static bool IsUnderline(ReadOnlySpan<char> line) => line.Trim() is { Length: >= 2 } marks && !marks.ContainsAnyExcept('=');

    public static string HeadingText(ReadOnlySpan<char> line) => line.Trim().TrimStart('#').Trim().TrimEnd('#').Trim().ToString();

    /// <summary>A line without marks of emphasis, links and images, on one line.</summary>
    public static string Plain(string line)
    {
        var text = Link().Replace(line, "${words}");
        text = FootnoteMark().Replace(Anchor().Replace(text, ""), "");
        return OneLine(text.Replace("**", "", StringComparison.Ordinal).Replace("__", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal));
    }

    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"!?\[(?<words>[^\[\]]*)\]\([^()]*\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Link();

    [GeneratedRegex(@"\[\^[^\[\]]{1,20}\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex FootnoteMark();

    [GeneratedRegex(@"\s*\{#[^{}]*\}\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Anchor();
}
