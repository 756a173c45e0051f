using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>1 where the person keeps the material for later.</summary>
public sealed class SavedForLater : IFeature
{
    /// <inheritdoc />
    public string Name => "saved";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) =>
        context.Request.Person?.History.Saved.Contains(material.Id) == true ? 1 : 0;
}
