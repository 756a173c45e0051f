namespace Learning.Ranking.Recommenders;

/// <summary>
/// What people of the same age and of the same occupation learned: every trait's share is shrunk towards the whole (empirical
/// Bayes; Efron and Morris 1975) and the differences are added. Crossing the traits knows less than either alone.
/// </summary>
/// <param name="shrink">Pseudo-people who learned as the whole does.</param>
/// <param name="halfLife">How fast records fade, as a share of the whole time; null where they don't.</param>
public sealed class CohortPopularity(double shrink = 20, double? halfLife = null) : IRecommender
{
    /// <inheritdoc />
    public string Name => halfLife is null ? "cohort" : FormattableString.Invariant($"cohort-{halfLife:0.###}");

    /// <inheritdoc />
    public Needs Needs => halfLife is null ? Needs.Traits : Needs.Traits | Needs.Times;

    /// <inheritdoc />
    public IFittedRecommender Fit(TrainingData data, CancellationToken cancellationToken)
    {
        var (traits, share) = (data.Traits!, new TraitShare(data));
        var lift = new float[traits.Width * share.Items];
        for (var trait = 0; trait < traits.Width; trait++)
        {
            for (var item = 0; item < share.Items; item++)
            {
                var shrunk = (share.Met(trait, item) + (shrink * share.Whole(item))) / (share.People(trait) + shrink);
                lift[(trait * share.Items) + item] = (float)(shrunk - share.Whole(item));
            }
        }

        return new TraitScores(lift, TraitScores.Base(data, share, halfLife), [.. traits.Traits]);
    }
}
