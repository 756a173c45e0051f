namespace Learning.Ranking.Scoring;

/// <summary>
/// A learned scorer on the scale of the house: 0 where one in a hundred of the materials it was trained on lies below, 1 for a
/// standard deviation. What a model must not decide (an answer to words, a duty) keeps its points set by hand.
/// </summary>
/// <param name="learned">What was learned.</param>
/// <param name="offset">Its score that becomes 0.</param>
/// <param name="scale">Its standard deviation.</param>
/// <param name="byHand">Points set by hand.</param>
public sealed class FittedScorer(IScorer learned, double offset, double scale, LinearScorer byHand) : IScorer
{
    /// <inheritdoc />
    public double Base => (learned.Base - offset) / scale;

    /// <inheritdoc />
    public int Width => learned.Width;

    /// <inheritdoc />
    public double Score(ReadOnlySpan<float> row) => ((learned.Score(row) - offset) / scale) + byHand.Score(row);

    /// <inheritdoc />
    public void Contributions(ReadOnlySpan<float> row, Span<double> contributions)
    {
        learned.Contributions(row, contributions);
        Span<double> points = stackalloc double[byHand.Width];
        byHand.Contributions(row, points);
        for (var place = 0; place < points.Length; place++)
        {
            contributions[place] = (contributions[place] / scale) + points[place];
        }
    }
}
