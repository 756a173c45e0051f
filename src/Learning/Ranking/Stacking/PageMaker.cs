using System.Buffers;
using System.Numerics.Tensors;
using Learning.Ranking.Recommenders;

namespace Learning.Ranking.Stacking;

/// <summary>Asks fitted recommenders about a person and writes what they say side by side, each on the same scale.</summary>
internal sealed class PageMaker
{
    private readonly IReadOnlyList<IFittedRecommender> _fitted;
    private readonly float[] _popularity;
    private readonly int _each;

    /// <param name="fitted">The recommenders.</param>
    /// <param name="names">Their names.</param>
    /// <param name="counts">How many people learned each item.</param>
    /// <param name="each">How many candidates each of them names.</param>
    public PageMaker(IReadOnlyList<IFittedRecommender> fitted, IReadOnlyList<string> names, int[] counts, int each)
    {
        (_fitted, _each, _popularity) = (fitted, each, Array.ConvertAll(counts, count => (float)Math.Log(1 + count)));
        Names = [.. names, .. Extra];
        Standardise(_popularity);
    }

    /// <summary>What else is written down: how common the item is, and how much is known of the person.</summary>
    public static IReadOnlyList<string> Extra { get; } = ["popularity-log", "history-length"];

    /// <summary>Names of the features, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many recommenders speak.</summary>
    public int Voices => _fitted.Count;

    /// <summary>Every recommender's scores for all items, one row after the other: mean 0 and deviation 1 over the items.</summary>
    public void Ask(in Learned person, int items, Span<float> scores)
    {
        scores.Clear();
        for (var voice = 0; voice < Voices; voice++)
        {
            var own = scores.Slice(voice * items, items);
            _fitted[voice].Score(person, own);
            Standardise(own);
        }
    }

    /// <summary>The items that any of the recommenders puts first, without what the person did.</summary>
    public int[] Candidates(in Learned person, int items, ReadOnlySpan<float> scores)
    {
        var candidates = new HashSet<int>();
        var lent = ArrayPool<float>.Shared.Rent(items);
        var copy = lent.AsSpan(0, items);
        for (var voice = 0; voice < Voices; voice++)
        {
            scores.Slice(voice * items, items).CopyTo(copy);
            candidates.UnionWith(TopItems.Of(copy, person.Items.Span, _each));
        }

        ArrayPool<float>.Shared.Return(lent);
        return [.. candidates.Order()];
    }

    /// <summary>The rows of the candidates.</summary>
    public float[] Features(in Learned person, int items, ReadOnlySpan<float> scores, int[] candidates)
    {
        var features = new float[candidates.Length * Names.Count];
        var length = (float)Math.Log(1 + person.Items.Length);
        for (var candidate = 0; candidate < candidates.Length; candidate++)
        {
            var row = features.AsSpan(candidate * Names.Count, Names.Count);
            for (var voice = 0; voice < Voices; voice++) row[voice] = scores[(voice * items) + candidates[candidate]];
            row[Voices] = candidates[candidate] < _popularity.Length ? _popularity[candidates[candidate]] : 0;
            row[Voices + 1] = length;
        }

        return features;
    }

    private static void Standardise(Span<float> scores)
    {
        var mean = TensorPrimitives.Sum<float>(scores) / scores.Length;
        TensorPrimitives.Subtract(scores, mean, scores);
        var deviation = MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(scores) / scores.Length);
        if (deviation > 0) TensorPrimitives.Divide(scores, deviation, scores);
    }
}
