using Learning.Materials;

namespace Learning.Cli.Telling;

/// <summary>What a person wants to know of a material beside its title.</summary>
internal static class MaterialLine
{
    private const int MostTopics = 2;

    public static string Of(CatalogueEntry material) =>
        string.Join(" · ", (string[])[material.Language, .. material.Topics.Take(MostTopics), $"{material.Minutes} min", $"{material.CreditHours:0.#} h", $"{material.Id}"]);
}
