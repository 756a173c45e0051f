namespace Learning.Evaluation;

/// <summary>
/// How good a list is, given which items were wanted and how much. A list counts to a depth of k; an item that stands in it
/// twice counts at its first place only. Every measure is between 0 and 1, and 0 when nothing was wanted.
/// </summary>
public static class RankMetrics
{
    /// <summary>
    /// Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002): Σ gain / log₂(place + 1) over the first k places,
    /// divided by the same sum for the best possible list. The gain is the grade itself.
    /// </summary>
    /// <param name="ranked">The list, best first.</param>
    /// <param name="wanted">Grades of the wanted items; grades of 0 or less are not wanted.</param>
    /// <param name="k">Depth.</param>
    public static double Ndcg<T>(IEnumerable<T> ranked, IReadOnlyDictionary<T, int> wanted, int k = 10)
        where T : notnull
    {
        var gain = Gains(ranked, wanted, k).Select(Discounted).Sum();
        var ideal = wanted.Values.Where(grade => grade > 0).OrderDescending().Take(k).Select(Discounted).Sum();
        return ideal == 0 ? 0 : gain / ideal;
    }

    /// <summary>The share of all wanted items that stands in the first k places.</summary>
    /// <inheritdoc cref="Ndcg" path="/param" />
    public static double Recall<T>(IEnumerable<T> ranked, IReadOnlyDictionary<T, int> wanted, int k = 10)
        where T : notnull
    {
        var all = wanted.Values.Count(grade => grade > 0);
        return all == 0 ? 0 : Gains(ranked, wanted, k).Count(gain => gain > 0) / (double)all;
    }

    /// <summary>The share of the first k places that holds a wanted item; a list that is shorter counts as filled up with others.</summary>
    /// <inheritdoc cref="Ndcg" path="/param" />
    public static double Precision<T>(IEnumerable<T> ranked, IReadOnlyDictionary<T, int> wanted, int k = 10)
        where T : notnull => Gains(ranked, wanted, k).Count(gain => gain > 0) / (double)k;

    /// <summary>One over the place of the first wanted item, 0 when none is in the first k places.</summary>
    /// <inheritdoc cref="Ndcg" path="/param" />
    public static double ReciprocalRank<T>(IEnumerable<T> ranked, IReadOnlyDictionary<T, int> wanted, int k = 10)
        where T : notnull
    {
        var place = Gains(ranked, wanted, k).ToList().FindIndex(gain => gain > 0);
        return place < 0 ? 0 : 1.0 / (place + 1);
    }

    /// <summary>1 when a wanted item is in the first k places, else 0.</summary>
    /// <inheritdoc cref="Ndcg" path="/param" />
    public static double Hit<T>(IEnumerable<T> ranked, IReadOnlyDictionary<T, int> wanted, int k = 10)
        where T : notnull => Gains(ranked, wanted, k).Any(gain => gain > 0) ? 1 : 0;

    private static IEnumerable<int> Gains<T>(IEnumerable<T> ranked, IReadOnlyDictionary<T, int> wanted, int k)
        where T : notnull
    {
        var seen = new HashSet<T>();
        return ranked.Take(k).Select(item => seen.Add(item) && wanted.TryGetValue(item, out var grade) ? Math.Max(0, grade) : 0);
    }

    private static double Discounted(int gain, int index) => gain / Math.Log2(index + 2);
}
