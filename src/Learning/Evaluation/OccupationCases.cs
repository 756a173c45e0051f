using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Learning.Evaluation;

/// <summary>Job titles with their codes: CSV whose first two columns are title and code, with or without a header, plain or gzip, in UTF-8, UTF-16 or GB18030.</summary>
internal static partial class OccupationCases
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static OccupationCases() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads the cases; a line without a code is passed over, as a header is.</summary>
    /// <exception cref="BrokenRule">The file is not there, or holds no case.</exception>
    public static (IReadOnlyList<OccupationCase> Cases, int Unreadable) Read(string file)
    {
        if (!File.Exists(file)) throw DataLines.Unreadable(file, 0, "is not there.");
        var rows = Rows(Decode(Plain(file))).Where(row => row.Length > 0 && row.Any(cell => !string.IsNullOrWhiteSpace(cell))).ToList();
        var cases = rows.Select(CaseOf).ToList();
        var read = cases.OfType<OccupationCase>().ToList();
        if (read.Count == 0) throw DataLines.Unreadable(file, 0, "holds no line with a title and a code such as 4-02-07-08.");
        return (read, cases.Skip(cases[0] is null ? 1 : 0).Count(one => one is null));
    }

    /// <summary>A code as the classification writes it, whatever stands between its parts or behind it; null where there is none.</summary>
    public static string? CodeOf(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Trim().Trim('\'', '"', '=', '\ufeff');
        if (plain.Equals("retired", StringComparison.OrdinalIgnoreCase)) return "retired";
        if (Code().Match(plain) is not { Success: true } parts) return null;
        string Part(string name) => parts.Groups[name].Value is { Length: > 0 } digits ? digits.PadLeft(2, '0') : "00";
        return $"{parts.Groups["major"].Value}-{Part("second")}-{Part("third")}-{Part("fourth")}";
    }

    private static OccupationCase? CaseOf(string[] cells) =>
        cells.Length >= 2 && !string.IsNullOrWhiteSpace(cells[0]) && CodeOf(cells[1]) is { } code ? new OccupationCase(cells[0].Trim('\ufeff', ' ', '\t'), code) : null;

    private static IEnumerable<string[]> Rows(string text)
    {
        var separator = SeparatorOf(text);
        var whole = true;
        var rows = new List<string[]>();
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            OnMalformedRecord = bad => whole &= bad.Reason != CsvMalformedReason.UnterminatedQuote,
        };
        using (var reader = CsvReader.Create(Encoding.UTF8.GetBytes(text).AsMemory(), options))
        {
            while (whole && reader.Read()) rows.Add(reader.Current.ToArray());
        }

        // A quote that is never closed belongs to a title (5"); then no cell is quoted.
        return whole ? rows : text.Split('\n').Select(line => line.TrimEnd('\r').Split(separator));
    }

    private static char SeparatorOf(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? text.AsSpan() : text.AsSpan(0, end);
        return first.Contains(',') || !first.ContainsAny('\t', ';') ? ',' : first.Contains('\t') ? '\t' : ';';
    }

    private static byte[] Plain(string file)
    {
        var bytes = File.ReadAllBytes(file);
        if (bytes is not [0x1f, 0x8b, ..]) return bytes;
        try
        {
            using var plain = new MemoryStream();
            using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            packed.CopyTo(plain);
            return plain.ToArray();
        }
        catch (InvalidDataException)
        {
            throw DataLines.Unreadable(file, 0, "is not whole gzip.");
        }
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), StrictUtf8, detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding("GB18030").GetString(bytes);
        }
    }

    [GeneratedRegex(
        @"^(?:[A-Za-z]{0,4}[:\s]*)(?<major>[1-8])(?:(?<second>\d\d)(?:(?<third>\d\d)(?<fourth>\d\d)?)?(?!\d)|(?:[-‐‑–—−－._/\s]+(?<second>\d{1,2})(?:[-‐‑–—−－._/\s]+(?<third>\d{1,2})(?:[-‐‑–—−－._/\s]+(?<fourth>\d{1,2}))?)?)(?!\d)|(?!\d))",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}

/// <summary>A job title and the code people gave it.</summary>
/// <param name="Title">The title as it was written.</param>
/// <param name="Code">Its code.</param>
internal sealed record OccupationCase(string Title, string Code);
