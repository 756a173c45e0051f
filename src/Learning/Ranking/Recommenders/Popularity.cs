namespace Learning.Ranking.Recommenders;

/// <summary>What most people learned, the same for everybody: what every other recommender must beat.</summary>
public sealed class Popularity : IRecommender
{
    /// <inheritdoc />
    public string Name => "popularity";

    /// <inheritdoc />
    public Needs Needs => Needs.Nothing;

    /// <inheritdoc />
    public IFittedRecommender Fit(TrainingData data, CancellationToken cancellationToken) =>
        new FixedScores(Array.ConvertAll(data.Interactions.Counts(), count => (float)count));
}
