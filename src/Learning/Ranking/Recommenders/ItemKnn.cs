namespace Learning.Ranking.Recommenders;

/// <summary>
/// What was learned by the same people as what the person learned: cosine between items, shrunk where few met, summed over the
/// history (Sarwar, Karypis, Konstan and Riedl 2001; Deshpande and Karypis 2004).
/// </summary>
/// <param name="neighbours">How many neighbours each item keeps.</param>
/// <param name="shrink">Pseudo-people who learned only one of both.</param>
public sealed class ItemKnn(int neighbours = 300, double shrink = 20) : IRecommender
{
    /// <inheritdoc />
    public string Name => "item-knn";

    /// <inheritdoc />
    public Needs Needs => Needs.History;

    /// <inheritdoc />
    public IFittedRecommender Fit(TrainingData data, CancellationToken cancellationToken)
    {
        var (interactions, counts, turned) = (data.Interactions, data.Interactions.Counts(), data.Interactions.Turned());
        var near = new (int Item, float Similarity)[interactions.Items][];
        Parallel.For(0, interactions.Items, Workers.Options(cancellationToken), () => new float[interactions.Items], (item, _, met) =>
        {
            foreach (var person in turned.Of(item))
            {
                foreach (var other in interactions.Of(person)) met[other]++;
            }

            near[item] = Nearest(item, met, counts);
            met.AsSpan().Clear();
            return met;
        }, _ => { });
        return new NeighbourScores(near);
    }

    private (int, float)[] Nearest(int item, float[] met, int[] counts)
    {
        var all = new List<(int Item, float Similarity)>();
        for (var other = 0; other < met.Length; other++)
        {
            if (met[other] > 0 && other != item) all.Add((other, (float)(met[other] / (Math.Sqrt((double)counts[item] * counts[other]) + shrink))));
        }

        if (all.Count > neighbours)
        {
            all.Sort((left, right) => left.Similarity != right.Similarity ? right.Similarity.CompareTo(left.Similarity) : left.Item.CompareTo(right.Item));
            all.RemoveRange(neighbours, all.Count - neighbours);
        }

        return [.. all];
    }
}
