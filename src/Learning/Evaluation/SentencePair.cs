using System.Globalization;

namespace Learning.Evaluation;

/// <summary>Two sentences and how alike people find them.</summary>
internal sealed record SentencePair(string Left, string Right, double Score)
{
    /// <summary>The pairs of a file, or of the .tsv and .txt files of a folder, and how many lines are none. A line of names above the pairs is not counted.</summary>
    /// <exception cref="BrokenRule">There is no pair, or more lines are broken than whole.</exception>
    public static (List<SentencePair> Pairs, int Broken) Read(string path)
    {
        var pairs = new List<SentencePair>();
        var broken = (File: path, Line: 0, Count: 0);
        foreach (var file in Files(path))
        {
            var isFirst = true;
            foreach (var (number, line) in DataLines.Of(file))
            {
                if (Of(line) is { } pair) pairs.Add(pair);
                else if (!isFirst || line.Split('\t').Length < 3) broken = broken.Count == 0 ? (file, number, 1) : broken with { Count = broken.Count + 1 };
                isFirst = false;
            }
        }

        if (broken.Count > pairs.Count) throw DataLines.Unreadable(broken.File, broken.Line, "is not text TAB text TAB number, nor are most of the others.");
        return pairs.Count > 0 ? (pairs, broken.Count) : throw DataLines.Unreadable(path, 0, "holds no pair.");
    }

    private static IEnumerable<string> Files(string path)
    {
        if (File.Exists(path)) return [path];
        if (!Directory.Exists(path)) throw DataLines.Unreadable(path, 0, "is not there.");
        return Directory.GetFiles(path).Where(file => Path.GetExtension(file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file[..^3] : file) is ".tsv" or ".txt").Order(StringComparer.Ordinal);
    }

    private static SentencePair? Of(string line) =>
        line.Split('\t') is [var left, var right, var score, ..] && !string.IsNullOrWhiteSpace(left) && !string.IsNullOrWhiteSpace(right)
        && double.TryParse(score, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? new SentencePair(left, right, number)
            : null;
}
