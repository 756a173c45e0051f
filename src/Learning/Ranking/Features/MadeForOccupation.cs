using Learning.Materials;
using Learning.Members;

namespace Learning.Ranking.Features;

/// <summary>1 where the material names the person's occupation as its audience.</summary>
public sealed class MadeForOccupation : IFeature
{
    /// <inheritdoc />
    public string Name => "made-for-occupation";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) =>
        Occupation.IsWithinAny(context.Request.Person?.OccupationCode, material.Occupations) ? 1 : 0;
}
