using System.Globalization;

namespace Learning.Evaluation;

/// <summary>Which documents answer which question: <c>query-id TAB corpus-id TAB grade</c>, with a line of names above or without; also TREC's four columns.</summary>
internal static class SearchJudgements
{
    private static readonly string[] Preferred = ["test", "dev", "train"];

    /// <summary>Grades by question, of those questions that something answers.</summary>
    public static Dictionary<string, IReadOnlyDictionary<string, int>> Read(string folder)
    {
        var file = FileIn(folder);
        var grades = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var isFirst = true;
        foreach (var (number, line) in DataLines.Of(file))
        {
            var cells = Cells(line);
            var isNames = isFirst && cells.Length is 3 or 4 && Grade(cells[^1]) is null;
            isFirst = false;
            if (isNames) continue;
            if (cells.Length is not (3 or 4) || Grade(cells[^1]) is not { } grade)
                throw DataLines.Unreadable(file, number, "is not query-id TAB corpus-id TAB whole number.");
            if (!grades.TryGetValue(cells[0], out var question)) grades[cells[0]] = question = new Dictionary<string, int>(StringComparer.Ordinal);
            question[cells[^2]] = grade;
        }

        return grades.Where(pair => pair.Value.Values.Any(grade => grade > 0))
            .ToDictionary(pair => pair.Key, pair => (IReadOnlyDictionary<string, int>)pair.Value, StringComparer.Ordinal);
    }

    private static string FileIn(string folder)
    {
        var qrels = Path.Combine(folder, "qrels");
        var files = Directory.Exists(qrels) ? Directory.GetFiles(qrels).Where(file => Split(file) is not null).Order(StringComparer.Ordinal).ToArray() : [];
        return Preferred.Select(split => Array.Find(files, file => Split(file) == split)).FirstOrDefault(file => file is not null) ?? files switch
        {
            [var only] => only,
            [] => DataLines.Find(folder, Path.Combine("qrels", "test.tsv")),
            _ => throw DataLines.Unreadable(qrels, 0, "holds several files of judgements, and none is test.tsv."),
        };
    }

    /// <summary>test for test.tsv and test.tsv.gz; null for other files.</summary>
    private static string? Split(string file)
    {
        var name = Path.GetFileName(file);
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) name = name[..^3];
        return name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? name[..^4] : null;
    }

    private static string[] Cells(string line) =>
        line.Contains('\t', StringComparison.Ordinal)
            ? line.Split('\t', StringSplitOptions.TrimEntries)
            : line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    // 1.0 is a whole number too.
    private static int? Grade(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var grade) && double.IsInteger(grade) && Math.Abs(grade) <= short.MaxValue ? (int)grade : null;
}
