using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>1 where the material is in the language the answer is read in.</summary>
public sealed class InLanguage : IFeature
{
    /// <inheritdoc />
    public string Name => "in-your-language";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) => material.Language == context.Request.Language ? 1 : 0;
}
