using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>How much more people of the same age band and occupation group finish this than everybody does. 0 without a person.</summary>
public sealed class CohortPopularity : IFeature
{
    /// <inheritdoc />
    public string Name => "cohort-popularity";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) => context.Request.Person is null
        ? 0
        : Math.Max(0, context.Cohort.Share(material.Id) - context.Request.Statistics.Popularity(material.Id));
}
