using Learning.Ranking.Algebra;

namespace Learning.Ranking.Recommenders;

/// <summary>
/// What people like this one learn, by one ridge regression from all traits to all items at once (Hoerl and Kennard 1970):
/// traits that go together, such as youth and studying, share what they explain.
/// </summary>
/// <param name="ridge">Pulls towards the whole.</param>
/// <param name="halfLife">How fast records fade, as a share of the whole time; null where they don't.</param>
public sealed class TraitRegression(double ridge = 60, double? halfLife = null) : IRecommender
{
    /// <inheritdoc />
    public string Name => halfLife is null ? "traits" : FormattableString.Invariant($"traits-{halfLife:0.###}");

    /// <inheritdoc />
    public Needs Needs => halfLife is null ? Needs.Traits : Needs.Traits | Needs.Times;

    /// <inheritdoc />
    public IFittedRecommender Fit(TrainingData data, CancellationToken cancellationToken)
    {
        var (share, width) = (new TraitShare(data), data.Traits!.Width);
        var (gram, mean) = Centred(data, share.Learners);
        var right = new double[width * share.Items];
        for (var trait = 0; trait < width; trait++)
        {
            for (var item = 0; item < share.Items; item++)
                right[(trait * share.Items) + item] = share.Met(trait, item) - (share.Learners * mean[trait] * share.Whole(item));
        }

        for (var trait = 0; trait < width; trait++) gram[(trait * width) + trait] += ridge;
        Cholesky.Solve(gram, width, right, share.Items);
        return new TraitScores(Array.ConvertAll(right, value => (float)value), Shifted(TraitScores.Base(data, share, halfLife), right, mean), []);
    }

    /// <summary>The sums of products of the traits, their means taken off.</summary>
    private static (double[] Gram, double[] Mean) Centred(TrainingData data, int learners)
    {
        var width = data.Traits!.Width;
        var (gram, mean) = (new double[width * width], new double[width]);
        for (var person = 0; person < data.Interactions.People; person++)
        {
            if (data.Interactions.Of(person).IsEmpty) continue;
            var row = data.Traits.Of(person).Span;
            for (var left = 0; left < width; left++)
            {
                mean[left] += row[left] / learners;
                for (var right = 0; right < width; right++) gram[(left * width) + right] += row[left] * row[right];
            }
        }

        for (var left = 0; left < width; left++)
        {
            for (var right = 0; right < width; right++) gram[(left * width) + right] -= learners * mean[left] * mean[right];
        }

        return (gram, mean);
    }

    /// <summary>Takes the means off once instead of for every person.</summary>
    private static (float[] Share, float[] Fading) Shifted((float[] Share, float[] Fading) whole, double[] lift, double[] mean)
    {
        var items = whole.Share.Length;
        for (var item = 0; item < items; item++)
        {
            for (var trait = 0; trait < mean.Length; trait++) whole.Share[item] -= (float)(mean[trait] * lift[(trait * items) + item]);
        }

        return whole;
    }
}
