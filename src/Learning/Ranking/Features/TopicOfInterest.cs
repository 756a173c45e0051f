using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>1 where a topic of the material is among the person's tags.</summary>
public sealed class TopicOfInterest : IFeature
{
    /// <inheritdoc />
    public string Name => "topic-of-interest";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) => context.Interests.Count > 0 && material.Topics.Any(context.Interests.Contains) ? 1 : 0;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Explain(CatalogueEntry material, RankingContext context)
    {
        var topic = Topics.Named(Matching(material, context).First());
        return new Dictionary<string, string>(StringComparer.Ordinal) { ["topic"] = topic.En, ["topicZh"] = topic.Zh };
    }

    private static IEnumerable<string> Matching(CatalogueEntry material, RankingContext context) =>
        material.Topics.Where(context.Interests.Contains);
}
