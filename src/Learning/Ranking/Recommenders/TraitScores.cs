using System.Numerics.Tensors;

namespace Learning.Ranking.Recommenders;

/// <summary>The whole's share of every item, moved by a person's traits.</summary>
/// <param name="lift">What one of a trait adds to the share of an item: a row of items per trait.</param>
/// <param name="whole">The shares of the whole, and what they are multiplied with at the end.</param>
/// <param name="means">Ranges of numbers over which a person's values are divided by their sum, so that a trait weighs one; empty to take them as they are.</param>
internal sealed class TraitScores(float[] lift, (float[] Share, float[] Fading) whole, Range[] means) : IFittedRecommender
{
    /// <inheritdoc />
    public void Score(in Learned person, Span<float> scores)
    {
        whole.Share.CopyTo(scores);
        var items = whole.Share.Length;
        Span<float> traits = stackalloc float[person.Traits.Length];
        person.Traits.Span.CopyTo(traits);
        foreach (var trait in means) Weigh(traits[trait]);
        for (var trait = 0; trait < traits.Length; trait++)
        {
            if (traits[trait] != 0) TensorPrimitives.MultiplyAdd(lift.AsSpan(trait * items, items), traits[trait], scores[..items], scores[..items]);
        }

        TensorPrimitives.Multiply(scores[..items], whole.Fading, scores[..items]);
    }

    /// <summary>The whole's shares, and by how much an item is learned more lately than over all the time.</summary>
    public static (float[] Share, float[] Fading) Base(TrainingData data, TraitShare share, double? halfLife)
    {
        var shares = new float[share.Items];
        for (var item = 0; item < shares.Length; item++) shares[item] = (float)share.Whole(item);
        var fading = new float[share.Items];
        fading.AsSpan().Fill(1);
        if (halfLife is { } life)
        {
            var (counts, recent) = (data.Interactions.Counts(), Recency.Counts(data.Interactions, life));
            for (var item = 0; item < fading.Length; item++) fading[item] = (float)(counts[item] == 0 ? 0 : recent[item] / counts[item]);
        }

        return (shares, fading);
    }

    private static void Weigh(Span<float> trait)
    {
        var sum = TensorPrimitives.Sum<float>(trait);
        if (sum > 0) TensorPrimitives.Divide(trait, sum, trait);
    }
}
