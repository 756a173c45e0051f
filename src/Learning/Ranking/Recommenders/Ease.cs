using Learning.Algebra;
using Learning.Ranking.Algebra;

namespace Learning.Ranking.Recommenders;

/// <summary>
/// EASE^R (Steck 2019, arXiv 1905.03375): the linear map from what a person learned to what the person learned, without an item
/// speaking for itself, in closed form from how often items met. EDLAE (Steck 2020) asks for more where an item is common, as if
/// a part of every history were not known.
/// </summary>
/// <param name="options">How strongly it is held.</param>
public sealed class Ease(EaseOptions options) : IRecommender
{
    /// <summary>Beyond so many items the dense matrix of them would not fit a small machine, and sparse neighbours serve instead.</summary>
    public int MostItems => options.Sittings ? 12_000 : 20_000;

    /// <inheritdoc />
    public string Name => options.Name;

    /// <inheritdoc />
    public Needs Needs => options.Sittings ? Needs.History | Needs.Times : Needs.History;

    /// <inheritdoc />
    public IFittedRecommender Fit(TrainingData data, CancellationToken cancellationToken)
    {
        var interactions = data.Interactions;
        if (interactions.Items > MostItems) return new ItemKnn().Fit(data, cancellationToken);
        var gram = options.Sittings ? Gram.Near(interactions, Weights(interactions), cancellationToken) : Gram.Of(interactions, Weights(interactions), cancellationToken);
        return Of(gram, interactions.Items, options, cancellationToken);
    }

    /// <summary>The map from a matrix of meetings, which is overwritten.</summary>
    internal static LinearScores Of(double[] gram, int items, EaseOptions options, CancellationToken cancellationToken)
    {
        for (var item = 0; item < items; item++)
        {
            ref var diagonal = ref gram[(item * items) + item];
            diagonal += options.Ridge + (options.Dropout / (1 - options.Dropout) * diagonal);
        }

        SymmetricInverse.Of(gram, items, Environment.ProcessorCount, cancellationToken);
        var map = new float[gram.Length];
        Parallel.For(0, items, Workers.Options(cancellationToken), row =>
        {
            for (var item = 0; item < items; item++) map[(row * items) + item] = row == item ? 0 : (float)(-gram[(row * items) + item] / gram[(item * items) + item]);
        });
        return new LinearScores(map, items);
    }

    /// <summary>A person counts 1 / (number of items)^power, scaled so that all pairs count as much together as before.</summary>
    private Func<int, double> Weights(Interactions interactions)
    {
        if (options.LongHistoryPower == 0) return _ => 1;
        var (pairs, weighed) = (0.0, 0.0);
        for (var person = 0; person < interactions.People; person++)
        {
            var length = interactions.Of(person).Length;
            if (length == 0) continue;
            pairs += length;
            weighed += length * Math.Pow(length, -options.LongHistoryPower);
        }

        return length => length == 0 ? 0 : Math.Pow(length, -options.LongHistoryPower) * pairs / weighed;
    }
}

/// <summary>How EASE is held.</summary>
/// <param name="Name">Name of the recommender.</param>
/// <param name="Ridge">λ: what is added to every item's count.</param>
/// <param name="Dropout">p of EDLAE: the share of a history that is imagined away; 0 for EASE itself.</param>
/// <param name="LongHistoryPower">How much less a long history counts than a short one; 0 not at all, 1 in inverse proportion.</param>
/// <param name="Sittings">Whether what was learned close together counts more; needs times.</param>
public sealed record EaseOptions(string Name, double Ridge, double Dropout = 0, double LongHistoryPower = 0, bool Sittings = false);
