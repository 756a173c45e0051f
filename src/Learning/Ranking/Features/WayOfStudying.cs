using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>How large a share of what the person finished is studied in the same way: read, heard, practised, attended.</summary>
public sealed class WayOfStudying : IFeature
{
    /// <inheritdoc />
    public string Name => "way-of-studying";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) =>
        context.ModeShares.GetValueOrDefault(material.Mode);
}
