using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>How often people who finished the same things also finished this.</summary>
public sealed class LearnedTogether : IFeature
{
    /// <inheritdoc />
    public string Name => "learned-together";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) =>
        context.Together.TryGetValue(material.Id, out var together) ? together.Strength / (1 + together.Strength) : 0;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Explain(CatalogueEntry material, RankingContext context) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = context.Request.Catalogue.ById.GetValueOrDefault(context.Together[material.Id].With)?.Title ?? "",
        };
}
