using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>1 where the person began the material and has not finished it.</summary>
public sealed class Begun : IFeature
{
    /// <inheritdoc />
    public string Name => "begun";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) =>
        context.Request.Person?.History.Begun.Contains(material.Id) == true ? 1 : 0;
}
