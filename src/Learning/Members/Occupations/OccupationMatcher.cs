namespace Learning.Members.Occupations;

/// <summary>
/// Matches an occupation in somebody's own words to the classification of 2022: an exact name first, else by what near names, shared
/// pieces of words, and the tasks of the classification say together. Never silently wrong: what is not sure says so.
/// </summary>
public sealed class OccupationMatcher
{
    /// <summary>Longest text that is looked at; what comes after tells nothing more.</summary>
    public const int MostCharacters = 200;

    private const double Weakest = 0.0001;
    private readonly OccupationTable table;
    private readonly Lazy<OccupationEvidence> evidence;
    private readonly Lazy<ILookup<string, int>> byKey;
    private readonly OccupationBlend blend;

    /// <summary>A matcher of the shipped table. Everything is read at first use.</summary>
    /// <param name="senses">What turns texts into vectors; without the model of the shipped vectors, words decide alone.</param>
    public OccupationMatcher(params IReadOnlyList<OccupationSense> senses)
        : this(() => OccupationTable.Shipped.Labels, senses, new OccupationBlend())
    {
    }

    internal OccupationMatcher(Func<IReadOnlyList<OccupationLabel>> labels, IReadOnlyList<OccupationSense> senses, OccupationBlend blend)
    {
        table = OccupationTable.Shipped;
        this.blend = blend;
        evidence = new(() => new OccupationEvidence(table, labels(), senses));
        byKey = new(() => labels().ToLookup(label => OccupationText.Key(label.Text), label => label.Occupation, StringComparer.Ordinal));
    }

    /// <summary>A matcher that does not know some names, to judge how it does on what it never saw.</summary>
    internal static OccupationMatcher Without(IReadOnlySet<string> keys, IReadOnlyList<OccupationSense> senses, OccupationBlend? blend = null)
    {
        var rest = OccupationTable.Shipped.Labels.Where(label => !keys.Contains(OccupationText.Key(label.Text))).ToList();
        return new OccupationMatcher(() => rest, senses, blend ?? new OccupationBlend());
    }

    /// <summary>Finds occupations for a text.</summary>
    /// <param name="said">The person's own words, in Chinese or English.</param>
    /// <param name="limit">How many candidates, 1–100.</param>
    public OccupationMatch Match(string said, int limit)
    {
        var text = said.Length > MostCharacters ? said[..MostCharacters] : said;
        var title = OccupationTitle.Of(text);
        if (title.Head.Length == 0) return new OccupationMatch([], false);

        var exact = NamedBy(text, title);
        if (exact.Count == 1 && limit == 1) return new OccupationMatch([CandidateOf(exact.First(), 1, "name")], true);
        var scores = evidence.Value.Weigh(title, blend);
        var near = exact.Count > 0 ? exact : [.. byKey.Value[OccupationText.Key(title.Head)]];
        foreach (var index in near) scores[index] += exact.Count > 0 ? blend.Exact : blend.HeadExact;
        var chances = Chances(scores, blend.Sharpness);
        var candidates = Enumerable.Range(0, chances.Length)
            .Where(index => chances[index] >= Weakest || exact.Contains(index))
            .OrderByDescending(index => chances[index]).ThenBy(index => table.All[index].Code, StringComparer.Ordinal)
            .Take(Math.Max(2, limit))
            .Select(index => exact.Count == 1 && exact.Contains(index) ? CandidateOf(index, 1, "name") : CandidateOf(index, Math.Min(0.99, chances[index]), exact.Contains(index) ? "name" : "words"))
            .ToList();
        var isConfident = evidence.Value.Knows(title) && (exact.Count == 1 || (exact.Count == 0 && candidates is [var first, ..] && first.Score >= blend.Sure));
        return new OccupationMatch([.. candidates.Take(limit)], isConfident);
    }

    /// <summary>The code of a text where the match is sure; null where a person has to choose.</summary>
    public string? SureCodeOf(string said) => Match(said, 1) is { IsConfident: true, Candidates: [var first, ..] } ? first.Occupation.Code : null;

    /// <summary>The occupations whose name is the whole text, less and less of its noise.</summary>
    private HashSet<int> NamedBy(string text, OccupationTitle title)
    {
        string[] readings = title.Aside.Length == 0
            ? [text, OccupationText.Clean(text), title.Main]
            : [text, OccupationText.Clean(text), $"{title.Main} {title.Aside}"];
        foreach (var reading in readings)
        {
            if (OccupationText.Key(reading) is { Length: > 0 } key && byKey.Value[key].ToHashSet() is { Count: > 0 } named) return named;
        }

        return [];
    }

    private OccupationCandidate CandidateOf(int index, double score, string why) => new(table.All[index], Math.Round(score, 3), why);

    private static double[] Chances(double[] scores, double sharpness)
    {
        var highest = scores.Max();
        var chances = Array.ConvertAll(scores, score => Math.Exp(sharpness * (score - highest)));
        var sum = chances.Sum();
        return Array.ConvertAll(chances, chance => chance / sum);
    }
}

/// <summary>What a text may mean.</summary>
/// <param name="Candidates">Occupations and groups of them, likeliest first.</param>
/// <param name="IsConfident">Whether the first may be taken without asking.</param>
public sealed record OccupationMatch(IReadOnlyList<OccupationCandidate> Candidates, bool IsConfident);

/// <summary>An occupation that a text may mean.</summary>
/// <param name="Occupation">The occupation, or a group where the words name no more than that.</param>
/// <param name="Score">The chance that it is right, 0–1; 1 for an exact name or alias.</param>
/// <param name="Why"><c>name</c>: its name or an everyday name of it; <c>words</c>: words in common, or of near meaning.</param>
public sealed record OccupationCandidate(ListedOccupation Occupation, double Score, string Why);
