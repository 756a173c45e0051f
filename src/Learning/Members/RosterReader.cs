using System.Text;

namespace Learning.Members;

/// <summary>Reads a roster: CSV with a header, a JSON list, or one JSON object a line. One bad row fails alone.</summary>
public static class RosterReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads every row.</summary>
    /// <param name="bytes">The file: UTF-8, or GB 18030 as spreadsheets in Chinese write it.</param>
    /// <param name="form">How it is written.</param>
    /// <param name="thisYear">The year in which ages are meant.</param>
    /// <exception cref="BrokenRule">The file as a whole can't be read.</exception>
    public static IEnumerable<RosterRow> Read(ReadOnlySpan<byte> bytes, RosterForm form, int thisYear)
    {
        var text = Decoded(bytes);
        var rows = form switch
        {
            RosterForm.Csv => RosterCsv.Read(text),
            RosterForm.Json => RosterJson.ReadList(text),
            _ => RosterJson.ReadLines(text),
        };
        return rows.Select(row => row.Problem is null ? RosterFields.ToRow(row.Line, row.Fields!, thisYear) : new RosterRow(row.Line, null, row.Problem));
    }

    private static string Decoded(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes);
        }
    }
}

/// <summary>How a roster is written.</summary>
public enum RosterForm
{
    /// <summary>Comma-separated with a header.</summary>
    Csv,

    /// <summary>A JSON list, or an object with a list <c>items</c> or <c>members</c>.</summary>
    Json,

    /// <summary>One JSON object a line.</summary>
    Ndjson,
}

/// <summary>A row before its fields are understood.</summary>
internal sealed record RawRow(int Line, Dictionary<string, string>? Fields, Problem? Problem);
