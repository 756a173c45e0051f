namespace Learning.Members.Occupations;

/// <summary>
/// Matches an occupation in somebody's own words to the classification of 2022: an exact name or everyday alias first, else by words
/// (rarity-weighted cosine to every name, BM25 over names and definitions). Never silently wrong: what is not sure says so.
/// </summary>
public static class OccupationMatcher
{
    /// <summary>Longest text that is looked at; what comes after tells nothing more.</summary>
    public const int MostCharacters = 200;

    private const double NearestShare = 0.6;
    private const double NamesShare = 0.25;
    private const double DefinitionShare = 0.15;
    private const double Weakest = 0.05;
    private const double Sure = 0.8;
    private const double Margin = 0.15;

    private static readonly Lazy<OccupationWords> Words = new(() => new OccupationWords(OccupationTable.Shipped, OccupationTable.Shipped.Labels));
    private static readonly Lazy<ILookup<string, int>> ByKey = new(() => OccupationTable.Shipped.Labels.ToLookup(label => OccupationText.Key(label.Text), label => label.Occupation, StringComparer.Ordinal));

    /// <summary>Finds occupations for a text.</summary>
    /// <param name="said">The person's own words, in Chinese or English.</param>
    /// <param name="limit">How many candidates, 1–100.</param>
    public static OccupationMatch Match(string said, int limit)
    {
        var clean = OccupationText.Clean(said.Length > MostCharacters ? said[..MostCharacters] : said);
        if (clean.Length == 0)
        {
            return new OccupationMatch([], false);
        }

        var exact = ByKey.Value[OccupationText.Key(clean)].Concat(ByKey.Value[OccupationText.Key(said.Length > MostCharacters ? "" : said)])
            .Where(IsLeaf).Distinct().ToHashSet();
        var fit = Words.Value.Fit(clean);
        var candidates = Enumerable.Range(0, OccupationTable.Shipped.All.Count).Where(IsLeaf)
            .Select(index => (index, Score: exact.Contains(index) ? 1 : Math.Min(0.99, Blend(fit, index))))
            .Where(pair => pair.Score >= Weakest)
            .OrderByDescending(pair => pair.Score).ThenBy(pair => OccupationTable.Shipped.All[pair.index].Code, StringComparer.Ordinal)
            .Take(Math.Max(2, limit))
            .Select(pair => new OccupationCandidate(OccupationTable.Shipped.All[pair.index], Math.Round(pair.Score, 3), exact.Contains(pair.index) ? "name" : "words"))
            .ToList();
        var isConfident = exact.Count == 1 || (exact.Count == 0 && candidates is [{ Score: >= Sure } first, ..] && (candidates.Count == 1 || first.Score - candidates[1].Score >= Margin));
        return new OccupationMatch([.. candidates.Take(limit)], isConfident);
    }

    /// <summary>The code of a text where the match is sure; null where a person has to choose.</summary>
    public static string? SureCodeOf(string said) => Match(said, 1) is { IsConfident: true, Candidates: [var first, ..] } ? first.Occupation.Code : null;

    private static double Blend(WordFit fit, int index) =>
        (NearestShare * fit.Nearest[index]) + (NamesShare * Math.Min(1, fit.Names[index])) + (DefinitionShare * Math.Min(1, fit.Definition[index]));

    private static bool IsLeaf(int index) => OccupationTable.Shipped.All[index].Level == 4;
}

/// <summary>What a text may mean.</summary>
/// <param name="Candidates">Occupations, likeliest first.</param>
/// <param name="IsConfident">Whether the first may be taken without asking.</param>
public sealed record OccupationMatch(IReadOnlyList<OccupationCandidate> Candidates, bool IsConfident);

/// <summary>An occupation that a text may mean.</summary>
/// <param name="Occupation">The occupation.</param>
/// <param name="Score">How well it fits, 0–1; 1 for an exact name or alias.</param>
/// <param name="Why"><c>name</c>: its name or an everyday name of it; <c>words</c>: words in common.</param>
public sealed record OccupationCandidate(ListedOccupation Occupation, double Score, string Why);
