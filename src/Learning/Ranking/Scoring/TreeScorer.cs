namespace Learning.Ranking.Scoring;

/// <summary>A sum of trees, walked as arrays. Its contributions are Shapley values over the trees' own covers (<see cref="TreeShap"/>).</summary>
/// <param name="trees">The trees.</param>
/// <param name="width">How many values a row has.</param>
public sealed class TreeScorer(Tree[] trees, int width) : IScorer
{
    /// <summary>The trees.</summary>
    public IReadOnlyList<Tree> Trees => trees;

    /// <inheritdoc />
    public double Base { get; } = trees.Sum(tree => tree.Mean());

    /// <inheritdoc />
    public int Width => width;

    /// <inheritdoc />
    public double Score(ReadOnlySpan<float> row)
    {
        var score = 0.0;
        foreach (var tree in trees)
        {
            score += tree.Value(row);
        }

        return score;
    }

    /// <inheritdoc />
    public void Contributions(ReadOnlySpan<float> row, Span<double> contributions)
    {
        contributions[..width].Clear();
        foreach (var tree in trees)
        {
            TreeShap.Add(tree, row, contributions);
        }
    }
}
