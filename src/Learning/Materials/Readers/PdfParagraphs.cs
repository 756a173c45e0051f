using System.Text;
using System.Text.RegularExpressions;
using Learning.Materials.Chunking;

namespace Learning.Materials.Readers;

/// <summary>Lines of pages → Markdown: running heads and page numbers go, larger type becomes headings, lines of a paragraph are joined.</summary>
internal static partial class PdfParagraphs
{
    private const double Edge = 0.09, HeadingSize = 1.15, SameSize = 0.06, LineStep = 1.9, FullLine = 3, Indent = 1.2;
    private const int HeadingCharacters = 100, HeadingLevels = 3, RepeatedPages = 3;

    public static string Of(IReadOnlyList<PdfPage> pages)
    {
        var kept = WithoutEdges(pages);
        var lines = kept.SelectMany(page => page.Lines).ToList();
        if (lines.Count == 0)
            return "";
        var body = BodySize(lines);
        var sizes = lines.Where(line => IsHeading(line, body)).Select(line => Math.Round(line.Size)).Distinct().OrderDescending().ToList();
        var text = new StringBuilder();
        PdfLine? last = null;
        foreach (var page in kept)
        {
            var (left, right) = page.Lines.Count == 0 ? (0, 0) : (page.Lines.Min(line => line.Left), page.Lines.Max(line => line.Right));
            foreach (var line in page.Lines)
            {
                Append(text, last, line, line.Column ?? (left, right), body, sizes);
                last = line;
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, PdfLine? last, PdfLine line, (double Left, double Right) column, double body, List<double> sizes)
    {
        var isHeading = IsHeading(line, body);
        if (last is not null && Continues(last, line, column, body))
        {
            Join(text, line.Text);
            return;
        }

        text.Append(last is null ? "" : "\n\n");
        if (isHeading)
            text.Append('#', Math.Min(HeadingLevels, sizes.IndexOf(Math.Round(line.Size)) + 1)).Append(' ');
        text.Append(line.Text);
    }

    private static bool Continues(PdfLine last, PdfLine line, (double Left, double Right) column, double body)
    {
        if (Math.Abs(last.Size - line.Size) > SameSize * last.Size || Starts().IsMatch(line.Text) || LawText.Article(line.Text) is not null || LawText.HeadingLevel(line.Text) > 0)
            return false;
        var step = last.Baseline - line.Baseline;
        var isNextPage = step < 0;
        if (!isNextPage && step > LineStep * line.Size)
            return false;
        if (IsHeading(line, body))
            return IsHeading(last, body) && !isNextPage;
        var isIndented = line.Left > column.Left + (Indent * line.Size) && line.Left > last.Left + (Indent * line.Size / 2);
        return !isIndented && last.Right > (last.Column ?? column).Right - (FullLine * line.Size);
    }

    private static void Join(StringBuilder text, string line)
    {
        var end = text[^1];
        if (end == '-' && text.Length > 1 && char.IsLetter(text[^2]) && char.IsLower(line[0]))
            text.Length--;
        else if (!(end >= '\u2E80' || line[0] >= '\u2E80'))
            text.Append(' ');
        text.Append(line);
    }

    private static bool IsHeading(PdfLine line, double body) =>
        line.Size >= body * HeadingSize && line.Text.Length <= HeadingCharacters && line.Text.Any(char.IsLetter);

    // The size in which most characters are set.
    private static double BodySize(List<PdfLine> lines) =>
        lines.GroupBy(line => Math.Round(line.Size, 1)).MaxBy(group => group.Sum(line => line.Text.Length))!.Key;

    private static List<PdfPage> WithoutEdges(IReadOnlyList<PdfPage> pages)
    {
        var repeated = pages.SelectMany(page => page.Lines.Where(line => IsAtEdge(page, line)).Select(line => Bare(line.Text)).Distinct())
            .CountBy(text => text).Where(pair => pair.Value >= RepeatedPages && pair.Value * 3 >= pages.Count).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        return [.. pages.Select(page => page with { Lines = [.. page.Lines.Where(line => !IsAtEdge(page, line) || !(PageNumber().IsMatch(line.Text) || repeated.Contains(Bare(line.Text))))] })];
    }

    private static bool IsAtEdge(PdfPage page, PdfLine line) => line.Baseline > page.Height * (1 - Edge) || line.Baseline < page.Height * Edge;

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsDigit(c) && !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"^[\s\-–—·•]*(第|page|p\.)?\s*\d{1,4}\s*(页|/\s*\d{1,4}|of\s+\d{1,4}|,?\s*共\s*\d{1,4}\s*页)?[\s\-–—·•]*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^([•●◦▪■□◆·\-–*]\s|\d{1,3}[.)、．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Starts();
}
