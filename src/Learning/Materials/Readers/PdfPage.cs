using System.Text;
using UglyToad.PdfPig.Content;

namespace Learning.Materials.Readers;

/// <summary>A line of a page as it is seen.</summary>
internal sealed record PdfLine(string Text, double Left, double Right, double Baseline, double Size)
{
    /// <summary>Whether it stands behind the one before it on the same height, a wide gap away.</summary>
    public bool Follows { get; init; }

    /// <summary>Where the lines of its column begin and end; null on a page without columns.</summary>
    public (double Left, double Right)? Column { get; init; }
}

/// <summary>A page as lines in reading order.</summary>
internal sealed record PdfPage(IReadOnlyList<PdfLine> Lines, double Height)
{
    private const double SameLine = 0.5, WordGap = 0.22, SameGlyph = 0.12, Back = 1.5, WideGap = 3;
    private const double MostUpward = 0.3;

    public static PdfPage Of(Page page) => new(PdfColumns.Of(InOrder([.. StretchesOf(page)])), page.Height);

    // Most programs write a page in the order in which it is read; where the lines mostly run upward, their height decides.
    private static List<PdfLine> InOrder(List<PdfLine> lines)
    {
        var upward = lines.Skip(1).Where((line, i) => line.Baseline > lines[i].Baseline + line.Size && line.Left < lines[i].Right).Count();
        return lines.Count > 3 && upward > lines.Count * MostUpward ? [.. lines.OrderByDescending(line => line.Baseline).ThenBy(line => line.Left)] : lines;
    }

    private static IEnumerable<PdfLine> StretchesOf(Page page)
    {
        var words = new StringBuilder();
        Glyph first = default, last = default;
        var follows = false;
        foreach (var letter in page.Letters)
        {
            // Slanted letters are watermarks.
            if (letter.TextOrientation == TextOrientation.Other || string.IsNullOrEmpty(letter.Value))
                continue;
            var glyph = Glyph.Of(letter);
            if (words.Length > 0 && glyph.Text == last.Text && glyph.IsOn(last, SameGlyph))
                continue;
            if (words.Length > 0 && (!glyph.Follows(last) || glyph.Start - last.End > WideGap * glyph.Size))
            {
                var line = Line(words, first, last);
                if (line is not null)
                    yield return line with { Follows = follows };
                follows = line is not null && glyph.Follows(last);
                words.Clear();
            }

            if (words.Length == 0)
                first = glyph;
            else if (glyph.Start - last.End > WordGap * glyph.Size && !IsWide(glyph.Text[0]) && !IsWide(last.Text[^1]) && !char.IsWhiteSpace(words[^1]))
                words.Append(' ');
            words.Append(glyph.Text);
            last = glyph;
        }

        if (Line(words, first, last) is { } end)
            yield return end with { Follows = follows };
    }

    private static PdfLine? Line(StringBuilder words, Glyph first, Glyph last)
    {
        var text = CleanText.Of(words.ToString()).Replace('\n', ' ').Replace("\0", "", StringComparison.Ordinal).Trim();
        return text.Length == 0 ? null : new PdfLine(text, first.Start, last.End, first.Baseline, first.Size);
    }

    private static bool IsWide(char c) => c >= '\u2E80';

    // Places along and across the line, so that turned pages read like straight ones.
    private readonly record struct Glyph(string Text, double Start, double End, double Baseline, double Size)
    {
        public static Glyph Of(Letter letter)
        {
            var size = letter.PointSize > 0 ? letter.PointSize : Math.Max(1, letter.BoundingBox.Height);
            var (from, to) = (letter.StartBaseLine, letter.EndBaseLine);
            return letter.TextOrientation switch
            {
                TextOrientation.Rotate180 => new Glyph(letter.Value, -from.X, -to.X, -from.Y, size),
                TextOrientation.Rotate90 => new Glyph(letter.Value, -from.Y, -to.Y, from.X, size),
                TextOrientation.Rotate270 => new Glyph(letter.Value, from.Y, to.Y, -from.X, size),
                _ => new Glyph(letter.Value, from.X, to.X, from.Y, size),
            };
        }

        public bool Follows(Glyph last) => Math.Abs(Baseline - last.Baseline) < SameLine * Math.Max(Size, last.Size) && Start > last.End - (Back * Size);

        public bool IsOn(Glyph last, double part) => Math.Abs(Start - last.Start) < part * Size && Math.Abs(Baseline - last.Baseline) < part * Size;
    }
}
