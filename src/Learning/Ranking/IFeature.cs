using Learning.Materials;

namespace Learning.Ranking;

/// <summary>One thing a ranker looks at. Its value is logged when a material is shown and training reads the log, so training and serving cannot differ.</summary>
public interface IFeature
{
    /// <summary>Its name, lower-case words and hyphens; also the kind of the reason it gives.</summary>
    string Name { get; }

    /// <summary>Its value for one material, 0–1; 0 is "nothing of it", so that a cause taken away is a value of 0.</summary>
    double Of(CatalogueEntry material, RankingContext context);

    /// <summary>Values for the sentence of the reason it gives; empty where the sentence needs none.</summary>
    IReadOnlyDictionary<string, string> Explain(CatalogueEntry material, RankingContext context) => Nothing;

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(StringComparer.Ordinal);
}
