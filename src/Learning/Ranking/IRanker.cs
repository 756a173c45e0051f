using Learning.Candidates;
using Learning.Materials;

namespace Learning.Ranking;

/// <summary>Orders candidates and says why. Simple rankers are citizens: a trained one earns its place against them.</summary>
public interface IRanker
{
    /// <summary>Id of the model, as in impressions and plans.</summary>
    string Id { get; }

    /// <summary>What it looks at and how much each counts, for the public page.</summary>
    IReadOnlyList<FeatureWeight> Weights { get; }

    /// <summary>Scores materials, highest first; equal scores stand in the order of their ids.</summary>
    IReadOnlyList<RankingTrace> Rank(IReadOnlyCollection<CatalogueEntry> materials, CandidateRequest request);
}

/// <summary>How much a feature counts.</summary>
/// <param name="Name">Name of the feature.</param>
/// <param name="Weight">How much: points for a value of 1 in a sum, the mean size of what it adds in trees.</param>
/// <param name="Personal">Whether it looks at the person; such features are 0 for everybody with personalisation off.</param>
public sealed record FeatureWeight(string Name, double Weight, bool Personal);
