using System.Globalization;

namespace Learning.Evaluation.Recommending;

/// <summary>One of RecBole's atomic files: a first line of <c>name:type</c>, then a row per line, split by tabs.</summary>
internal sealed class AtomicFile
{
    private readonly string _file;
    private readonly string[] _names;

    private AtomicFile(string file, string[] head)
    {
        _file = file;
        _names = [.. head.Select(cell => cell.Split(':')[0].Trim())];
        Types = [.. head.Select(cell => cell.Split(':') is [_, var type, ..] ? type.Trim() : "token")];
    }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Their types; <c>token</c> where the file says none.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Reads a file row by row.</summary>
    /// <param name="file">The file; also .gz.</param>
    /// <param name="begin">Told the columns, before the rows.</param>
    /// <param name="row">Told every row: its cells and the number of its line.</param>
    public static void Read(string file, Action<AtomicFile> begin, Action<string[], int> row)
    {
        AtomicFile? atomic = null;
        foreach (var (number, line) in DataLines.Of(file))
        {
            var cells = line.TrimEnd('\r').Split('\t');
            if (atomic is null)
            {
                cells[0] = cells[0].TrimStart('\uFEFF');
                begin(atomic = new AtomicFile(file, cells));
                continue;
            }

            // A row may leave out empty cells at its end, as editors do; more cells than columns have no meaning.
            if (cells.Length > atomic._names.Length) throw DataLines.Unreadable(file, number, $"has {cells.Length} cells, but the first line names {atomic._names.Length} columns.");
            if (cells.Length < atomic._names.Length) Array.Resize(ref cells, atomic._names.Length);
            row(cells, number);
        }

        if (atomic is null) throw DataLines.Unreadable(file, 0, "is empty; its first line must name the columns, such as user_id:token TAB item_id:token.");
    }

    /// <summary>The place of a column that must be there.</summary>
    public int Demand(string name) => Find(name) is var place and >= 0 ? place
        : throw DataLines.Unreadable(_file, 1, $"names no column {name}; it names {string.Join(", ", _names.Take(8))}.");

    /// <summary>The place of a column, or −1.</summary>
    public int Find(string name) => Array.FindIndex(_names, own => string.Equals(own, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A cell that must hold something.</summary>
    public string Text(string[] cells, int column, int line) => cells[column] is { Length: > 0 } text ? text
        : throw DataLines.Unreadable(_file, line, $"has no {_names[column]}.");

    /// <summary>A cell that must hold a number.</summary>
    public double Number(string[] cells, int column, int line) =>
        NumberOf(cells[column]) ?? throw DataLines.Unreadable(_file, line, $"has no number as {_names[column]}, but '{cells[column]}'.");

    /// <summary>The number in a cell, or null.</summary>
    public static double? NumberOf(string? cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
