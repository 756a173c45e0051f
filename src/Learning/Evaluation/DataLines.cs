using System.IO.Compression;
using System.Text;

namespace Learning.Evaluation;

/// <summary>Files of lines, plain or .gz, and what is said when they cannot be read.</summary>
internal static class DataLines
{
    private const int BytesLooked = 1 << 20;
    private const int Gb18030 = 54936;

    /// <summary>A file of a folder, or the same with .gz.</summary>
    public static string Find(string folder, string name)
    {
        var plain = Path.Combine(folder, name);
        if (File.Exists(plain)) return plain;
        return File.Exists(plain + ".gz") ? plain + ".gz" : throw Unreadable(plain, 0, "is not there, nor with .gz.");
    }

    /// <summary>The lines that hold something, with their numbers from 1.</summary>
    public static IEnumerable<(int Number, string Line)> Of(string file)
    {
        using var reader = Open(file);
        for (var number = 1; Next(reader, file, number) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line)) yield return (number, line);
        }
    }

    /// <summary>What is said when a file cannot be read.</summary>
    /// <param name="where">File or folder.</param>
    /// <param name="line">Line, or 0 for the whole.</param>
    /// <param name="what">What is wrong, after the place.</param>
    public static BrokenRule Unreadable(string where, int line, string what) => new(
        "evaluation-data-unreadable",
        line == 0 ? $"{where} {what}" : $"{where} line {line} {what}",
        "Point --data at a set in the format that the verb reads.");

    private static StreamReader Open(string file)
    {
        try
        {
            using var start = Bytes(file);
            return new StreamReader(Bytes(file), EncodingOf(start));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file, 0, $"cannot be opened: {problem.Message}");
        }
    }

    private static Stream Bytes(string file)
    {
        var stream = File.OpenRead(file);
        return file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    /// <summary>UTF-8 (or what a byte order mark says), else GB18030, else Latin-1, in which every byte is a letter: what differs in the file must not become the same name.</summary>
    private static Encoding EncodingOf(Stream stream)
    {
        var start = new byte[BytesLooked];
        var read = 0;
        try
        {
            read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            // Told with its place when the lines are read.
        }

        if (start.AsSpan().StartsWith(Encoding.Unicode.Preamble) || start.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble)) return Encoding.UTF8;
        if (Fits(new UTF8Encoding(false, throwOnInvalidBytes: true), start.AsSpan(0, read))) return Encoding.UTF8;
        var chinese = CodePagesEncodingProvider.Instance.GetEncoding(Gb18030, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        return Fits(chinese, start.AsSpan(0, read)) ? CodePagesEncodingProvider.Instance.GetEncoding(Gb18030)! : Encoding.Latin1;
    }

    private static bool Fits(Encoding encoding, ReadOnlySpan<byte> start)
    {
        try
        {
            // The last letter may be cut.
            encoding.GetDecoder().GetCharCount(start, flush: false);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string? Next(StreamReader reader, string file, int number)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (InvalidDataException)
        {
            throw Unreadable(file, number, "is not whole gzip.");
        }
    }
}
