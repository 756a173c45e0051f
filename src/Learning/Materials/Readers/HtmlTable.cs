using AngleSharp.Dom;

namespace Learning.Materials.Readers;

/// <summary>Tables of a page as Markdown tables.</summary>
internal static class HtmlTable
{
    private const int MostColumns = 30;

    /// <summary>The table; null where it only lays out the page (one column, tables or headings inside).</summary>
    public static string? Of(IElement table)
    {
        if (table.QuerySelector("table,h1,h2,h3,h4,ul,ol,pre") is not null)
            return null;
        var rows = table.QuerySelectorAll("tr")
            .Select(row => row.Children.Where(cell => cell.LocalName is "td" or "th" && !HtmlToMarkdown.IsDropped(cell)).Select(HtmlToMarkdown.Words).ToList())
            .Where(row => row.Exists(cell => cell.Length > 0)).ToList();
        var caption = table.QuerySelector("caption") is { } words ? HtmlToMarkdown.Words(words) + "\n\n" : "";
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        return columns is < 2 or > MostColumns ? null : caption + MarkdownTable.Of(rows, columns);
    }
}
