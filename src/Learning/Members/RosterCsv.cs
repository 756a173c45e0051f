using System.Text;
using CsvHelper;

namespace Learning.Members;

internal static class RosterCsv
{
    public static IEnumerable<RawRow> Read(string text)
    {
        string?[]? columns = null;
        foreach (var (line, cells) in Lines(text))
        {
            if (cells is null)
            {
                yield return Failed(line, "A quote is never closed; what follows it was not read.", "Close the quote, or write a quote inside a cell twice.");
            }
            else if (columns is null)
            {
                columns = Header(cells);
            }
            else if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                yield return cells.Length > columns.Length
                    ? Failed(line, $"The row has {cells.Length} cells, the header {columns.Length}.", "Put cells that hold the separator in double quotes.")
                    : new RawRow(line, Fields(columns, cells), null);
            }
        }

        if (columns is null)
        {
            throw new BrokenRule("roster-empty", "The roster is empty.", "Send a header line and a line for each person.");
        }
    }

    private static IEnumerable<(int Line, string[]? Cells)> Lines(string text)
    {
        var unclosed = 0;
        var options = new CsvReaderOptions
        {
            Separator = Separator(text),
            HasHeader = false,
            TrackLineNumbers = true,
            OnMalformedRecord = bad => unclosed = bad.Reason == CsvMalformedReason.UnterminatedQuote ? (int)bad.LineNumber : unclosed,
        };
        using var reader = CsvReader.Create(Encoding.UTF8.GetBytes(text).AsMemory(), options);
        while (reader.Read() && unclosed == 0)
        {
            yield return ((int)reader.LineNumber, reader.Current.ToArray());
        }

        if (unclosed > 0)
        {
            yield return (unclosed, null);
        }
    }

    // The mark that stands most often in the header, where lists don't stand.
    private static char Separator(string text)
    {
        var header = text.AsSpan().TrimStart();
        header = header.IndexOf('\n') is var end and >= 0 ? header[..end] : header;
        int commas = header.Count(','), tabs = header.Count('\t'), semicolons = header.Count(';');
        return tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    private static string?[] Header(string[] cells)
    {
        var columns = Array.ConvertAll(cells, RosterFields.NameOf);
        return columns.Contains(RosterFields.Name, StringComparer.Ordinal)
            ? columns
            : throw new BrokenRule("roster-columns-missing", "The roster has no column name (姓名).", $"Name the columns in the first line: {string.Join(", ", RosterFields.Names)}.");
    }

    private static Dictionary<string, string> Fields(string?[] columns, string[] cells)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, cell) in columns.Zip(cells))
        {
            if (column is not null && !string.IsNullOrWhiteSpace(cell))
            {
                fields.TryAdd(column, cell.Trim());
            }
        }

        return fields;
    }

    private static RawRow Failed(int line, string what, string hint) => new(line, null, new Problem("roster-row-unreadable", what, "", hint));
}
