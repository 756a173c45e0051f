using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>How often people finished this next after what the person finished last.</summary>
public sealed class WhatComesNext : IFeature
{
    /// <inheritdoc />
    public string Name => "comes-next";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) =>
        context.Next.TryGetValue(material.Id, out var next) ? Math.Min(1, next.Strength) : 0;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Explain(CatalogueEntry material, RankingContext context) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = context.Next.TryGetValue(material.Id, out var next) ? context.Request.Catalogue.ById.GetValueOrDefault(next.With)?.Title ?? "" : "",
        };
}
