using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>How few learners have finished this yet: the self-information of finishing it, −log₂ of the share, against ten bits.</summary>
public sealed class Novelty : IFeature
{
    /// <inheritdoc />
    public string Name => "novelty";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) =>
        Math.Clamp(-Math.Log2(Math.Max(context.Request.Statistics.Popularity(material.Id), 1.0 / 1024)) / 10, 0, 1);
}
