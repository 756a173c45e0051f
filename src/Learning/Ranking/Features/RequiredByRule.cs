using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>1 where a rule pack or a group asks for it.</summary>
public sealed class RequiredByRule : IFeature
{
    /// <inheritdoc />
    public string Name => "required";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) => context.Required.ContainsKey(material.Id) ? 1 : 0;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Explain(CatalogueEntry material, RankingContext context)
    {
        var requirement = context.Required[material.Id];
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["by"] = requirement.By,
            ["byZh"] = requirement.ByZh,
            ["due"] = requirement.Due is { } due ? $"{due:yyyy-MM-dd}" : "",
        };
    }
}
