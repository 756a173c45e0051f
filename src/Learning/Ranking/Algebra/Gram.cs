using Learning.Ranking.Recommenders;

namespace Learning.Ranking.Algebra;

/// <summary>How often two items were learned by the same people: a symmetric matrix of items.</summary>
internal static class Gram
{
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
}
