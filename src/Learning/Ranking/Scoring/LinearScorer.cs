namespace Learning.Ranking.Scoring;

/// <summary>A weighted sum. Its contributions are its terms.</summary>
/// <param name="weights">Points for a value of 1.</param>
/// <param name="start">What everything gets.</param>
public sealed class LinearScorer(double[] weights, double start = 0) : IScorer
{
    /// <summary>Points for a value of 1.</summary>
    public IReadOnlyList<double> Weights => weights;

    /// <inheritdoc />
    public double Base => start;

    /// <inheritdoc />
    public int Width => weights.Length;

    /// <inheritdoc />
    public double Score(ReadOnlySpan<float> row)
    {
        var score = start;
        for (var place = 0; place < weights.Length; place++)
        {
            score += weights[place] * row[place];
        }

        return score;
    }

    /// <inheritdoc />
    public void Contributions(ReadOnlySpan<float> row, Span<double> contributions)
    {
        for (var place = 0; place < weights.Length; place++)
        {
            contributions[place] = weights[place] * row[place];
        }
    }
}
