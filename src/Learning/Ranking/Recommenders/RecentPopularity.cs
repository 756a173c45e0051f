namespace Learning.Ranking.Recommenders;

/// <summary>
/// What many people learned lately: every time an item was learned counts half as much after each half-life, which is a share
/// of the whole time that is known (Ji, Sun, Zhang and Li 2020, "A Re-visit of the Popularity Baseline in Recommender Systems").
/// </summary>
/// <param name="halfLife">Half-life as a share of the time between the first and the last record.</param>
public sealed class RecentPopularity(double halfLife) : IRecommender
{
    /// <inheritdoc />
    public string Name => FormattableString.Invariant($"recent-popularity-{halfLife:0.###}");

    /// <inheritdoc />
    public Needs Needs => Needs.Times;

    /// <inheritdoc />
    public IFittedRecommender Fit(TrainingData data, CancellationToken cancellationToken) =>
        new FixedScores(Array.ConvertAll(Recency.Counts(data.Interactions, halfLife), count => (float)count));
}
