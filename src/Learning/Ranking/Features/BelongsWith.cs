using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>How much what the person finished, taken together, points to this: each finished lesson says only what the others do not say already.</summary>
public sealed class BelongsWith : IFeature
{
    /// <inheritdoc />
    public string Name => "belongs-with";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) =>
        context.Explained.TryGetValue(material.Id, out var explained) ? Math.Min(1, explained.Strength) : 0;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Explain(CatalogueEntry material, RankingContext context) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = context.Explained.TryGetValue(material.Id, out var explained) ? context.Request.Catalogue.ById.GetValueOrDefault(explained.With)?.Title ?? "" : "",
        };
}
