using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>Share of all learners who finished this.</summary>
public sealed class Popularity : IFeature
{
    /// <inheritdoc />
    public string Name => "popularity";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) => context.Request.Statistics.Popularity(material.Id);
}
