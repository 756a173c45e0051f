namespace Learning.Materials.Readers;

/// <summary>
/// Two columns of a page, read one after the other in whichever order a program wrote them. Stretches of text that stand on one height
/// with a gutter between them, again and again, are columns; cells of a table are too, but they are short or do not fill their width.
/// </summary>
internal static class PdfColumns
{
    private const double Gutter = 1.5, SameHeight = 0.5, Filled = 0.6;
    private const int FewestRows = 4, FewestCharacters = 10, MostStretches = 1_500;

    /// <summary>The stretches as lines in reading order, each with the edges of its column.</summary>
    public static List<PdfLine> Of(List<PdfLine> stretches)
    {
        if (stretches.Count is 0 or > MostStretches || GutterOf(stretches) is not { } gutter)
            return [.. Whole(stretches)];
        var wide = stretches.Where(line => line.Right > gutter.From && line.Left < gutter.To).Select(line => line.Baseline).ToList();
        var (ofLeft, ofRight) = (stretches.Where(line => line.Right <= gutter.From), stretches.Where(line => line.Left >= gutter.To));
        var (left, right) = (ofLeft.Min(line => line.Left), ofRight.Max(line => line.Right));

        // What runs across both columns parts what is above it from what is below.
        return
        [
            .. stretches.Select(Placed)
                .OrderBy(one => wide.Count(height => height > one.Line.Baseline) + (one.Place == 0 ? 0.5 : 0))
                .ThenBy(one => one.Place).Select(one => one.Line),
        ];

        (int Place, PdfLine Line) Placed(PdfLine line) => line.Right <= gutter.From ? (1, line with { Column = (left, gutter.From) })
            : line.Left >= gutter.To ? (2, line with { Column = (gutter.To, right) })
            : (0, line with { Column = (left, right) });
    }

    private static (double From, double To)? GutterOf(List<PdfLine> stretches)
    {
        var rows = (from one in stretches
                    from other in stretches
                    where Math.Abs(one.Baseline - other.Baseline) < SameHeight * one.Size && other.Left > one.Right + (Gutter * one.Size)
                    select (Left: one, Right: other)).ToList();
        if (rows.Count < FewestRows)
            return null;
        var (from, to) = (rows.Max(row => row.Left.Right), rows.Min(row => row.Right.Left));
        var (leftEdge, rightEdge) = (rows.Min(row => row.Left.Left), rows.Max(row => row.Right.Right));
        return from < to && Fill([.. rows.Select(row => row.Left)], from - leftEdge) && Fill([.. rows.Select(row => row.Right)], rightEdge - to) ? (from, to) : null;
    }

    private static bool Fill(List<PdfLine> column, double width) =>
        Median(column.Select(line => (line.Right - line.Left) / width)) >= Filled && Median(column.Select(line => (double)line.Text.Length)) >= FewestCharacters;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    // Without columns, stretches that follow each other on one height are one line.
    private static IEnumerable<PdfLine> Whole(List<PdfLine> stretches)
    {
        PdfLine? line = null;
        foreach (var next in stretches)
        {
            if (line is not null && next.Follows)
            {
                line = line with { Text = $"{line.Text} {next.Text}", Right = next.Right };
                continue;
            }

            if (line is not null)
                yield return line;
            line = next;
        }

        if (line is not null)
            yield return line;
    }
}
