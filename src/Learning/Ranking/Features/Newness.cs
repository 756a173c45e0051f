using Learning.Candidates;
using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>How new a material is.</summary>
public sealed class Newness : IFeature
{
    /// <inheritdoc />
    public string Name => "new";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) => Recency.Of(material.CreatedAt, context.Request.Now);
}
