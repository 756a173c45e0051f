using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>Share of its recalls that were passed, shrunk towards the share of all recalls: what people remember was well taught.</summary>
public sealed class RecallQuality : IFeature
{
    /// <inheritdoc />
    public string Name => "recall-quality";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) =>
        context.Request.Statistics.RecallsPassed(material.Id);
}
