using Learning.Candidates;
using Learning.Materials;
using Learning.Ranking.Features;

namespace Learning.Ranking;

/// <summary>A ranker without training: the weighted sum of its features. It serves until a trained one has shown that it is better.</summary>
public sealed class WeightedRanker : IRanker
{
    /// <summary>What it looks at. The weights were set by hand: what is asked for (words, duty) before what suits, and what suits before what is liked.</summary>
    private static readonly (IFeature Feature, double Weight, bool Personal)[] Features =
    [
        (new QueryMatch(), 6.0, false),
        (new RequiredByRule(), 3.0, false),
        (new SimilarToHistory(), 2.0, true),
        (new LearnedTogether(), 2.0, true),
        (new CohortPopularity(), 2.5, true),
        (new MadeForOccupation(), 0.8, true),
        (new MadeForAge(), 0.5, true),
        (new TopicOfInterest(), 0.5, true),
        (new Popularity(), 1.0, false),
        (new LevelFit(), 0.3, true),
        (new InLanguage(), 0.4, false),
        (new Newness(), 0.3, false),
    ];

    /// <summary>The features by name, for those who explain.</summary>
    public static IReadOnlyDictionary<string, IFeature> ByName { get; } =
        Features.ToDictionary(weighted => weighted.Feature.Name, weighted => weighted.Feature, StringComparer.Ordinal);

    /// <inheritdoc />
    public string Id => "weighted-1";

    /// <inheritdoc />
    public IReadOnlyList<FeatureWeight> Weights { get; } =
        [.. Features.Select(weighted => new FeatureWeight(weighted.Feature.Name, weighted.Weight, weighted.Personal))];

    /// <inheritdoc />
    public IReadOnlyList<RankingTrace> Rank(IReadOnlyCollection<CatalogueEntry> materials, CandidateRequest request)
    {
        var context = new RankingContext(request);
        return [.. materials
            .Select(material => Trace(material, context))
            .OrderByDescending(trace => trace.Score).ThenBy(trace => trace.Material.Id)];
    }

    private RankingTrace Trace(CatalogueEntry material, RankingContext context)
    {
        var values = new Dictionary<string, double>(Features.Length, StringComparer.Ordinal);
        var contributions = new Dictionary<string, double>(Features.Length, StringComparer.Ordinal);
        var score = 0.0;
        foreach (var (feature, weight, personal) in Features)
        {
            var value = personal && context.Request.Person is null ? 0 : feature.Of(material, context);
            values[feature.Name] = value;
            contributions[feature.Name] = weight * value;
            score += weight * value;
        }

        return new RankingTrace(material, score, values, contributions, Id);
    }
}
