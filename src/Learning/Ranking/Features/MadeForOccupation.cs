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
        material.Occupations.Any(group => Occupation.IsWithin(context.Request.Person?.OccupationCode, group)) ? 1 : 0;
}
