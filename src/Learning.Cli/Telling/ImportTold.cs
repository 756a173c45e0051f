using System.Diagnostics;
using Learning.Materials;

namespace Learning.Cli.Telling;

/// <summary>What became of an import: every file, and what it took.</summary>
internal sealed record ImportTold
{
    /// <summary>Longer lists of what went wrong are for <c>--json</c>.</summary>
    private const int MostShown = 50;

    public required string Path { get; init; }

    public required string Organisation { get; init; }

    public required int Files { get; init; }

    public required int Created { get; init; }

    public required int Changed { get; init; }

    public required int Unchanged { get; init; }

    public required int Skipped { get; init; }

    public required int Failed { get; init; }

    public required int Embedded { get; init; }

    public required double StoreSeconds { get; init; }

    public required double Seconds { get; init; }

    public required double PeakMB { get; init; }

    public required IReadOnlyList<Item> Items { get; init; }

    public static ImportTold Of(string path, string organisation, int files, IReadOnlyList<Item> items, int embedded, double storeSeconds, double seconds)
    {
        using var self = Process.GetCurrentProcess();
        return new ImportTold
        {
            Path = path,
            Organisation = organisation,
            Files = files,
            Created = items.Count(item => item.Status == "created"),
            Changed = items.Count(item => item.Status == "changed"),
            Unchanged = items.Count(item => item.Status == "unchanged"),
            Skipped = items.Count(item => item.Status == "skipped"),
            Failed = items.Count(item => item.Status == "failed"),
            Embedded = embedded,
            StoreSeconds = Math.Round(storeSeconds, 2),
            Seconds = Math.Round(seconds, 2),
            PeakMB = Math.Round(self.PeakWorkingSet64 / 1e6, 1),
            Items = items,
        };
    }

    public IEnumerable<string> Lines(Words words)
    {
        foreach (var item in Items.Where(item => item.Problems.Count > 0).Take(MostShown))
        {
            var place = item.File + (item.Line is { } line ? $":{line}" : "");
            foreach (var problem in item.Problems)
            {
                var where = problem.Where.Length > 0 ? $" ({problem.Where})" : "";
                yield return $"{(item.Status == "failed" ? "✗" : "-")} {place}{where}  {problem.Rule}: {Said(problem, words)}";
            }
        }

        yield return words.Of(
            "import.done",
            ("files", Files), ("created", Created), ("changed", Changed), ("unchanged", Unchanged), ("skipped", Skipped), ("failed", Failed), ("embedded", Embedded), ("seconds", $"{Seconds:N1}"));
    }

    private static string Said(Problem problem, Words words) =>
        words.Language == "zh" && words.Find("item." + problem.Rule) is { } said ? $"{said}（{problem.Detail} {problem.Hint}）" : $"{problem.Detail} {problem.Hint}";

    /// <summary>What became of a file, or of a row of a catalogue.</summary>
    internal sealed record Item(string File, int? Line, string Status, Guid? Id, IReadOnlyList<Problem> Problems)
    {
        public static Item Of(ImportedItem item) =>
            new(item.File, item.Line, System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(item.Status.ToString()), item.Id, item.Problems);

        public static Item Of(string file, FolderSkip skip) => new(file, null, "skipped", null, [new Problem(skip.Rule, skip.Reason, "", "")]);
    }
}
