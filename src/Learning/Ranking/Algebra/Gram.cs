using Learning.Ranking.Recommenders;

namespace Learning.Ranking.Algebra;

/// <summary>How often two items were learned by the same people: a symmetric matrix of items.</summary>
internal static class Gram
{
    /// <summary>How much two items of one person count by how far apart they stand in the person's history, in halves of a place.</summary>
    private static readonly double[] Nearness = [.. Enumerable.Range(0, 400).Select(half => Near(half / 2.0))];

    /// <summary>Adds up the pairs of every person.</summary>
    /// <param name="interactions">Who learned what.</param>
    /// <param name="weight">What a person counts, by how much the person learned.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static double[] Of(Interactions interactions, Func<int, double> weight, CancellationToken cancellationToken)
    {
        var items = interactions.Items;
        var gram = new double[(long)items * items];
        var weights = new double[interactions.People];
        for (var person = 0; person < weights.Length; person++) weights[person] = weight(interactions.Of(person).Length);
        var turned = interactions.Turned();
        Parallel.For(0, items, Workers.Options(cancellationToken), item =>
        {
            var row = gram.AsSpan(item * items, items);
            foreach (var person in turned.Of(item))
            {
                var counts = weights[person];
                foreach (var other in interactions.Of(person)) row[other] += counts;
            }
        });
        return gram;
    }

    /// <summary>
    /// The same, but what stands close together in a history counts more: a third for being learned by the same person at all, a
    /// third fading over 5 places, a third over 20. Every such weight is a positive definite function of the distance, so the
    /// matrix stays one that EASE can be solved with.
    /// </summary>
    /// <inheritdoc cref="Of" path="/param" />
    public static double[] Near(Interactions interactions, Func<int, double> weight, CancellationToken cancellationToken)
    {
        var (items, placed) = (interactions.Items, interactions.Placed());
        var gram = new double[(long)items * items];
        var turned = placed.Turned();
        Parallel.For(0, items, Workers.Options(cancellationToken), item =>
        {
            var row = gram.AsSpan(item * items, items);
            var (people, own) = (turned.Of(item).ToArray(), turned.TimesOf(item).ToArray());
            for (var turn = 0; turn < people.Length; turn++)
            {
                var others = placed.Of(people[turn]);
                var places = placed.TimesOf(people[turn]);
                var counts = weight(others.Length);
                for (var place = 0; place < others.Length; place++)
                    row[others[place]] += counts * Nearness[Math.Min(Nearness.Length - 1, (int)Math.Abs(places[place] - own[turn]))];
            }
        });
        return gram;
    }

    private static double Near(double places) => (1 + Math.Exp(-places / 5) + Math.Exp(-places / 20)) / 3;
}
