using System.Text.Json;

namespace Learning.Materials.Readers;

/// <summary>A catalogue as a table with a header: commas, semicolons or tabs between cells. A bad row fails alone.</summary>
internal static class CatalogueCsv
{
    private const int LookedCharacters = 64 * 1024;

    public static IEnumerable<ReadResult> Read(SourceFile file)
    {
        var text = TextDecoder.Read(file);
        string[]? header = null;
        foreach (var row in CsvRows.Of(text, Delimiter(text)))
        {
            if (row.Problem is { } problem)
                yield return ReadResult.Failed(file.Name, row.Line, problem);
            else if (header is null)
                header = Header(row.Cells, file.Limits.Columns);
            else if (Array.Exists(row.Cells, cell => !string.IsNullOrWhiteSpace(cell)))
                yield return Item(row.Cells, row.Line, header, file);
        }
    }

    private static ReadResult Item(string[] cells, int line, string[] header, SourceFile file)
    {
        if (cells.Length > header.Length)
        {
            return ReadResult.Failed(file.Name, line, Problems.Row($"The row has {cells.Length} cells, the header {header.Length}.", $"line {line}",
                "Put cells that hold the separator in double quotes."));
        }

        var entries = new Dictionary<string, RawValue>(StringComparer.Ordinal);
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Trim() is { Length: > 0 } cell && header[i].Length > 0)
                entries.TryAdd(header[i], Value(header[i], cell, line));
        }

        return Drafts.From(new RawMaterial { Fields = new RawMap(entries, line), Text = "", Line = line }, file);
    }

    // Questions have more than one value each; in a cell they are JSON.
    private static RawValue Value(string name, string cell, int line)
    {
        if (FieldNames.Of(name) == FieldNames.Questions && cell.StartsWith('['))
        {
            try
            {
                using var json = JsonDocument.Parse(cell, JsonValues.Options);
                return JsonValues.Of(json.RootElement, line) ?? new RawText("", line);
            }
            catch (Exception broken) when (broken is JsonException or BadFile)
            {
                return new RawText(cell, line);
            }
        }

        return new RawText(cell, line);
    }

    private static string[] Header(string[] cells, int most)
    {
        if (cells.Length > most)
            throw new BadFile(Problems.Broken($"The header has {cells.Length} columns; {most} are allowed.", "line 1", "Keep the columns a material has."));
        if (!Array.Exists(cells, cell => FieldNames.Of(cell) == FieldNames.Title))
            throw new BadFile(Problems.TitleMissing("line 1") with { Detail = $"No column is a title; the first line reads {Problems.Shown(string.Join(" | ", cells))}." });
        return [.. cells.Select(cell => cell.Trim())];
    }

    // The mark that stands most often in the first line; lists inside cells never stand in a header.
    private static char Delimiter(string text)
    {
        var first = text.AsSpan(0, Math.Min(text.Length, LookedCharacters)).TrimStart('\n');
        var stop = first.IndexOf('\n');
        first = stop < 0 ? first : first[..stop];
        int commas = first.Count(','), tabs = first.Count('\t'), semicolons = first.Count(';');
        return tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }
}
