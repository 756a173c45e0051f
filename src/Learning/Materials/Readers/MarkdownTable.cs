namespace Learning.Materials.Readers;

/// <summary>Rows of cells → a Markdown table whose first row is the header.</summary>
internal static class MarkdownTable
{
    public static string Of(IReadOnlyList<IReadOnlyList<string>> rows, int columns)
    {
        var lines = rows.Select(row => Line(Enumerable.Range(0, columns).Select(i => i < row.Count ? Cell(row[i]) : ""))).ToList();
        lines.Insert(1, Line(Enumerable.Repeat("---", columns)));
        return string.Join("\n", lines);
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Cell(string text) => Markup.OneLine(text).Replace("|", "\\|", StringComparison.Ordinal);
}
