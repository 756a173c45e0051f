namespace Learning.Ranking;

/// <summary>Turns what the ranker added up into reasons a person can read. Nothing is said that did not count.</summary>
public static class Reasons
{
    /// <summary>The reason of what stands in a list only so that something else gets a chance.</summary>
    public const string Explored = "explored";

    private const int Most = 3;

    /// <summary>A cause below this share of the score is not worth a sentence.</summary>
    private const double SmallestShare = 0.1;

    /// <summary>The reasons of one line, strongest first; at least one. A cause is named only where the score falls without it.</summary>
    /// <param name="trace">What the ranker saw.</param>
    /// <param name="context">The context of the list; one serves all its lines.</param>
    public static IReadOnlyList<Reason> Of(RankingTrace trace, RankingContext context)
    {
        var causes = Causes(trace);
        return causes.Count == 0
            ? [Alone("in-catalogue")]
            : [.. causes.Select(cause => new Reason(cause.Feature, Math.Round(cause.Share, 3), FeatureSet.ByName[cause.Feature].Feature.Explain(trace.Material, context)))];
    }

    /// <summary>The features that are named for a line, strongest first, with their share of what spoke for it.</summary>
    public static IReadOnlyList<(string Feature, double Share)> Causes(RankingTrace trace)
    {
        var causes = trace.Contributions.Where(pair => pair.Value > 0 && trace.ScoreWithout(pair.Key) < trace.Score).ToList();
        var total = causes.Sum(pair => pair.Value);
        return [.. causes
            .Where(pair => pair.Value / total >= SmallestShare)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(Most)
            .Select(pair => (pair.Key, pair.Value / total))];
    }

    /// <summary>A reason that stands by itself and needs no values.</summary>
    public static Reason Alone(string kind) => new(kind, 1, new Dictionary<string, string>(StringComparer.Ordinal));
}

/// <summary>Why a material is recommended.</summary>
/// <param name="Kind">The feature that counted.</param>
/// <param name="Weight">Its share of what spoke for the material, 0–1.</param>
/// <param name="Values">Values for the sentence.</param>
public sealed record Reason(string Kind, double Weight, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The reason as a sentence in a language.</summary>
    public string In(string language) => Texts.Of("reason-" + (Kind == "required" && Values.GetValueOrDefault("due") is { Length: > 0 } ? "required-due" : Kind), language, Values);
}
