namespace Learning.Ranking.Stacking;

/// <summary>One person's candidates in a trial: what the recommenders say of each, and which should be found.</summary>
/// <param name="Person">The person.</param>
/// <param name="Candidates">Item numbers.</param>
/// <param name="Features">A row of <see cref="PageMaker.Names"/> per candidate.</param>
/// <param name="Wanted">Which candidates were hidden.</param>
/// <param name="Hidden">How many items were hidden in all, candidates or not.</param>
public sealed record Page(int Person, int[] Candidates, float[] Features, bool[] Wanted, int Hidden)
{
    private const int Depth = 10;

    /// <summary>nDCG@10 of the candidates in the order of scores; what is hidden and no candidate counts as not found.</summary>
    public double Ndcg(ReadOnlySpan<float> scores)
    {
        Span<float> best = stackalloc float[Depth];
        Span<bool> wanted = stackalloc bool[Depth];
        var count = 0;
        for (var candidate = 0; candidate < scores.Length; candidate++)
        {
            if (count == Depth && scores[candidate] <= best[Depth - 1]) continue;
            var place = count == Depth ? Depth - 1 : count++;
            for (; place > 0 && best[place - 1] < scores[candidate]; place--) (best[place], wanted[place]) = (best[place - 1], wanted[place - 1]);
            (best[place], wanted[place]) = (scores[candidate], Wanted[candidate]);
        }

        var (gain, ideal) = (0.0, 0.0);
        for (var place = 0; place < count; place++) gain += wanted[place] ? Discounts[place] : 0;
        for (var place = 0; place < Math.Min(Depth, Hidden); place++) ideal += Discounts[place];
        return ideal == 0 ? 0 : gain / ideal;
    }

    private static readonly double[] Discounts = [.. Enumerable.Range(0, Depth).Select(place => 1 / Math.Log2(place + 2))];
}
