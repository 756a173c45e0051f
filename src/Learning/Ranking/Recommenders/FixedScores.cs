namespace Learning.Ranking.Recommenders;

/// <summary>The same scores for everybody.</summary>
internal sealed class FixedScores(float[] scores) : IFittedRecommender
{
    /// <inheritdoc />
    public void Score(in Learned person, Span<float> target) => scores.CopyTo(target);
}
