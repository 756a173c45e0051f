namespace Learning.Ranking;

/// <summary>Turns what the ranker added up into reasons a person can read. Nothing is said that did not count.</summary>
public static class Reasons
{
    private const int Most = 3;

    /// <summary>A cause below this share of the score is not worth a sentence.</summary>
    private const double SmallestShare = 0.1;

    /// <summary>The reasons of one line, strongest first; at least one.</summary>
    /// <param name="trace">What the ranker saw.</param>
    /// <param name="context">The context of the list; one serves all its lines.</param>
    public static IReadOnlyList<Reason> Of(RankingTrace trace, RankingContext context)
    {
        var total = trace.Contributions.Values.Where(contribution => contribution > 0).Sum();
        var reasons = trace.Contributions
            .Where(pair => pair.Value > 0 && pair.Value / total >= SmallestShare)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(Most)
            .Select(pair => Explained(pair.Key, pair.Value / total, trace, context))
            .ToList();
        return reasons.Count > 0 ? reasons : [new Reason("in-catalogue", 1, new Dictionary<string, string>(StringComparer.Ordinal))];
    }

    private static Reason Explained(string feature, double share, RankingTrace trace, RankingContext context) => new(
        feature,
        Math.Round(share, 3),
        WeightedRanker.ByName.TryGetValue(feature, out var known) ? known.Explain(trace.Material, context) : new Dictionary<string, string>(StringComparer.Ordinal));
}

/// <summary>Why a material is recommended.</summary>
/// <param name="Kind">The feature that counted.</param>
/// <param name="Weight">Its share of what spoke for the material, 0–1.</param>
/// <param name="Values">Values for the sentence.</param>
public sealed record Reason(string Kind, double Weight, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The reason as a sentence in a language.</summary>
    public string In(string language) => Texts.Of("reason-" + Kind, language, Values);
}
