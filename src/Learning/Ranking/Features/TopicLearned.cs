using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>How large a share the topics of the material have in what the person finished, the latest counting most.</summary>
public sealed class TopicLearned : IFeature
{
    /// <inheritdoc />
    public string Name => "topic-learned";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) => RankingContext.Most(context.TopicShares, material.Topics);
}
