using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>How well a material answers the words that were asked.</summary>
public sealed class QueryMatch : IFeature
{
    /// <inheritdoc />
    public string Name => "query-match";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) => context.Request.Answers.GetValueOrDefault(material.Id);

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Explain(CatalogueEntry material, RankingContext context) =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["query"] = context.Request.Query ?? "" };
}
