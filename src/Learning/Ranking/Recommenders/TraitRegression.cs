using System.Numerics.Tensors;
using Learning.Algebra;

namespace Learning.Ranking.Recommenders;

/// <summary>
/// What people like this one learn, by one ridge regression from all traits to all items at once (Hoerl and Kennard 1970):
/// traits that go together, such as youth and studying, share what they explain. With a rank, only so many directions of taste
/// are kept, those that explain most over all items together (reduced rank ridge regression; Mukherjee and Zhu 2011): what one
/// item says of a trait is mostly chance, what many say together is not.
/// </summary>
/// <param name="ridge">Pulls towards the whole.</param>
/// <param name="halfLife">How fast records fade, as a share of the whole time; null where they don't.</param>
/// <param name="rank">How many directions are kept; null for all.</param>
public sealed class TraitRegression(double ridge = 60, double? halfLife = null, int? rank = null) : IRecommender
{
    /// <inheritdoc />
    public string Name => "traits" + (halfLife is { } fade ? FormattableString.Invariant($"-{fade:0.###}") : "") + (rank is { } kept ? $"-rank-{kept}" : "");

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
        var held = gram.ToArray();
        Cholesky.Solve(gram, width, right, share.Items);
        if (rank is { } kept && kept < width) Reduce(held, right, width, share.Items, kept);
        return new TraitScores(Array.ConvertAll(right, value => (float)value), Shifted(TraitScores.Base(data, share, halfLife), right, mean), []);
    }

    /// <summary>W becomes L⁻ᵀ P Lᵀ W, where L is the factor of the held matrix and P projects onto the strongest directions of Lᵀ W.</summary>
    private static void Reduce(double[] held, double[] lift, int width, int items, int kept)
    {
        Cholesky.Factor(held, width, width);
        var seen = new double[lift.Length];
        for (var row = 0; row < width; row++)
        {
            for (var below = row; below < width; below++)
                TensorPrimitives.MultiplyAdd(lift.AsSpan(below * items, items), held[(below * width) + row], seen.AsSpan(row * items, items), seen.AsSpan(row * items, items));
        }

        var products = new double[width * width];
        for (var left = 0; left < width; left++)
        {
            for (var right = 0; right < width; right++) products[(left * width) + right] = TensorPrimitives.Dot<double>(seen.AsSpan(left * items, items), seen.AsSpan(right * items, items));
        }

        var (_, directions) = SymmetricEigen.Of(products, width);
        Array.Clear(lift);
        var along = new double[items];
        for (var direction = 0; direction < kept; direction++)
        {
            Array.Clear(along);
            var own = directions.AsSpan(direction * width, width);
            for (var row = 0; row < width; row++) TensorPrimitives.MultiplyAdd(seen.AsSpan(row * items, items), own[row], along, along);
            for (var row = 0; row < width; row++) TensorPrimitives.MultiplyAdd(along, own[row], lift.AsSpan(row * items, items), lift.AsSpan(row * items, items));
        }

        for (var row = width - 1; row >= 0; row--)
        {
            var own = lift.AsSpan(row * items, items);
            for (var below = row + 1; below < width; below++) TensorPrimitives.MultiplyAdd(lift.AsSpan(below * items, items), -held[(below * width) + row], own, own);
            TensorPrimitives.Divide(own, held[(row * width) + row], own);
        }
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
