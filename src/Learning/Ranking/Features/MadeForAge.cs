using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>1 where the material names the person's age band as its audience.</summary>
public sealed class MadeForAge : IFeature
{
    /// <inheritdoc />
    public string Name => "made-for-age";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) =>
        context.Request.Person?.AgeBand is { } band && material.AgeBands.Contains(band) ? 1 : 0;
}
