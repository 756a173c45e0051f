using Learning.Ranking.Recommenders;

namespace Learning.Ranking.Stacking;

/// <summary>One trial inside the training data: what is known, and what is hidden and should be found.</summary>
/// <param name="Known">What recommenders may learn from.</param>
/// <param name="Hidden">What they should find.</param>
public sealed record Fold(Interactions Known, Interactions Hidden);
