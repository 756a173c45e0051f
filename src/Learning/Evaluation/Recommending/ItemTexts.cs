namespace Learning.Evaluation.Recommending;

/// <summary>What a set says of its items: words and categories.</summary>
/// <param name="Count">How many items there are, with or without a text.</param>
/// <param name="Texts">By item number, its words; null where there are none.</param>
/// <param name="Categories">By item number, categories as <c>column=value</c>.</param>
public sealed record ItemTexts(int Count, IReadOnlyDictionary<int, string> Texts, IReadOnlyDictionary<int, string[]> Categories)
{
    /// <summary>Nothing is known.</summary>
    public static ItemTexts Unknown { get; } = new(0, new Dictionary<int, string>(), new Dictionary<int, string[]>());

    /// <summary>Reads a file of items; items that nobody has learned yet get numbers too.</summary>
    internal static ItemTexts Read(string file, Numbering items)
    {
        AtomicFile head = null!;
        var (own, rows) = (0, new List<(int Item, string[] Cells)>());
        AtomicFile.Read(
            file,
            atomic => (head, own) = (atomic, atomic.Demand("item_id")),
            (cells, line) => rows.Add((items.Of(head.Text(cells, own, line)), cells)));
        var (texts, categories) = (new Dictionary<int, string>(), new Dictionary<int, string[]>());
        var columns = Enumerable.Range(0, head.Names.Count).Where(column => column != own && head.Types[column].StartsWith("token", StringComparison.Ordinal)).ToList();
        var written = columns.Where(column => IsText([.. rows.Select(row => row.Cells[column] ?? "")])).ToHashSet();
        foreach (var (item, cells) in rows)
        {
            var text = string.Join('\n', columns.Where(written.Contains).Select(column => cells[column]).Where(cell => !string.IsNullOrWhiteSpace(cell)));
            if (text.Length > 0) texts[item] = text;
            var kinds = columns.Where(column => !written.Contains(column)).SelectMany(column => Values(cells[column], head.Types[column]).Select(value => $"{head.Names[column]}={value}")).ToArray();
            if (kinds.Length > 0) categories[item] = kinds;
        }

        return new ItemTexts(items.Count, texts, categories);
    }

    /// <summary>A column whose values hardly ever come again, and are no numbers, is written in words.</summary>
    private static bool IsText(string[] values)
    {
        var filled = values.Where(value => value.Length > 0).ToList();
        return filled.Count > 0 && filled.Distinct(StringComparer.Ordinal).Count() > filled.Count * 0.8 && filled.Count(value => value.Any(char.IsLetter)) > filled.Count * 0.6;
    }

    private static string[] Values(string? cell, string type) =>
        string.IsNullOrWhiteSpace(cell) ? [] : type == "token" ? [cell.Trim()] : cell.Split([' ', ',', '|', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
