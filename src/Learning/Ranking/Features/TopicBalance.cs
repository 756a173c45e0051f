using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>How little of the last few lessons was about the same topics. 0 before anything was finished.</summary>
public sealed class TopicBalance : IFeature
{
    /// <inheritdoc />
    public string Name => "topic-balance";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) =>
        context.Lately.Count == 0 ? 0 : 1 - RankingContext.Most(context.TopicsLately, material.Topics);
}
