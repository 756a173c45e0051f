using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>How many learners finished this in the last weeks, against what they finish most.</summary>
public sealed class LatelyPopular : IFeature
{
    /// <inheritdoc />
    public string Name => "lately-popular";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) =>
        context.Request.Statistics.LatelyPopular(material.Id);
}
