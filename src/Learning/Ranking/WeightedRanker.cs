using Learning.Ranking.Scoring;

namespace Learning.Ranking;

/// <summary>A ranker without training: the weighted sum of its features. It serves until a trained one has shown that it is better.</summary>
public sealed class WeightedRanker() : FeatureRanker(Name, Scorer, Scorer, HandSet)
{
    /// <summary>Its id.</summary>
    public const string Name = "weighted-1";

    /// <summary>Points for an answer to the words that were asked: before all else.</summary>
    public const double PointsForQuery = 6;

    /// <summary>Points for a duty: before what suits.</summary>
    public const double PointsForDuty = 3;

    /// <summary>The weights were set by hand: what is asked for (words, duty) before what suits, and what suits before what is liked. What is not named counts nothing here, and is logged so that training can weigh it.</summary>
    private static readonly Dictionary<string, double> Points = new(StringComparer.Ordinal)
    {
        ["query-match"] = PointsForQuery,
        ["required"] = PointsForDuty,
        ["similar-to-history"] = 2.0,
        ["learned-together"] = 2.0,
        ["cohort-popularity"] = 2.5,
        ["made-for-occupation"] = 0.8,
        ["made-for-age"] = 0.5,
        ["topic-of-interest"] = 0.5,
        ["popularity"] = 1.0,
        ["level-fit"] = 0.3,
        ["in-your-language"] = 0.4,
        ["new"] = 0.3,
    };

    /// <summary>The sum itself.</summary>
    public static LinearScorer Scorer { get; } = new([.. FeatureSet.All.Select(feature => Points.GetValueOrDefault(feature.Name))]);

    private static IReadOnlyList<FeatureWeight> HandSet { get; } =
        [.. FeatureSet.All.Where(feature => Points.ContainsKey(feature.Name)).Select(feature => new FeatureWeight(feature.Name, Points[feature.Name], feature.Personal))];
}
