using System.Text;
using CsvHelper;

namespace Learning.Materials.Readers;

/// <summary>Rows of a table with the lines on which they begin. A quote that is not closed where it should be costs its own row only: reading goes on in the next line.</summary>
internal static class CsvRows
{
    // Each such quote makes the parser start anew, and an unclosed one makes it look to the end of the file.
    private const int MostStarts = 500, MostUnclosed = 20;

    public static IEnumerable<(int Line, string[] Cells, Problem? Problem)> Of(string text, char separator)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        int from = 0, before = 0;
        for (int unclosed = 0, starts = 0; from < bytes.Length; starts++)
        {
            Row swallowed = default;
            foreach (var row in RowsFrom(bytes.AsMemory(from), separator))
            {
                if (row.Broken is null)
                    yield return (before + row.Line, row.Cells, null);
                else
                    yield return (before + row.Line, [], Problem(row.Broken.Value, before + row.Line));
                swallowed = row;
                if (row.Broken is not null && row.Lines > 1)
                    break;
            }

            if (swallowed.Broken is null || swallowed.Lines <= 1)
                yield break;
            from += StartOfLine(bytes.AsSpan(from), swallowed.Line + 1);
            before += swallowed.Line;
            unclosed += swallowed.Broken == CsvMalformedReason.UnterminatedQuote ? 1 : 0;
            if (unclosed <= MostUnclosed && starts < MostStarts)
                continue;
            yield return (before + 1, [], Problems.Broken("Too many quotes are never closed; the rest was not read.", $"line {before + 1}"));
            yield break;
        }
    }

    private static IEnumerable<Row> RowsFrom(ReadOnlyMemory<byte> bytes, char separator)
    {
        CsvMalformedReason? broken = null;
        using var reader = CsvReader.Create(bytes, new CsvReaderOptions
        {
            Separator = separator, HasHeader = false, TrackLineNumbers = true,
            OnMalformedRecord = bad => broken = bad.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.TextAfterClosingQuote ? bad.Reason : broken,
        });
        while (reader.Read())
        {
            yield return new Row((int)reader.LineNumber, reader.RawRecord.Count((byte)'\n') + 1, broken is null ? reader.Current.ToArray() : [], broken);
            broken = null;
        }
    }

    private static Problem Problem(CsvMalformedReason reason, int line) => Problems.Row(
        reason == CsvMalformedReason.UnterminatedQuote ? "A double quote is opened and never closed." : "Text stands behind a closing double quote.",
        $"line {line}", "Put the whole cell in double quotes, and write a quote inside a cell twice.");

    private static int StartOfLine(ReadOnlySpan<byte> bytes, int line)
    {
        var at = 0;
        for (var i = 1; i < line && at < bytes.Length; i++)
        {
            var stop = bytes[at..].IndexOf((byte)'\n');
            at = stop < 0 ? bytes.Length : at + stop + 1;
        }

        return at;
    }

    private readonly record struct Row(int Line, int Lines, string[] Cells, CsvMalformedReason? Broken);
}
