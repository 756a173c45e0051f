using System.IO.Compression;

namespace Learning.Evaluation;

/// <summary>Files of lines, plain or .gz, and what is said when they cannot be read.</summary>
internal static class DataLines
{
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
            Stream stream = File.OpenRead(file);
            return new StreamReader(file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file, 0, $"cannot be opened: {problem.Message}");
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
