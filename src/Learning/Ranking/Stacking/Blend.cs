using Learning.Ranking.Recommenders;

namespace Learning.Ranking.Stacking;

/// <summary>
/// A weighted sum of what the recommenders say. The weights are searched one after the other for the best nDCG itself, starting
/// from the strongest recommender alone (coordinate ascent; Metzler and Croft 2007), so that small data moves little.
/// </summary>
/// <param name="Weights">One weight per recommender.</param>
internal sealed record Blend(IReadOnlyList<float> Weights)
{
    private const int Rounds = 3;

    /// <summary>What a weight must win before it is moved, so that chance moves none.</summary>
    private const double Least = 2e-4;

    private static readonly float[] Steps = [-0.4f, -0.2f, -0.1f, -0.05f, 0.05f, 0.1f, 0.2f, 0.4f, 0.8f];

    /// <summary>One recommender alone.</summary>
    public static Blend Only(int voice, int voices) => new([.. Enumerable.Range(0, voices).Select(own => own == voice ? 1f : 0f)]);

    /// <summary>Learns the weights.</summary>
    public static Blend Learn(IReadOnlyList<Page> pages, int voices, int width, CancellationToken cancellationToken)
    {
        var blend = Enumerable.Range(0, voices).Select(voice => Only(voice, voices)).MaxBy(only => only.Mean(pages, width, cancellationToken))!;
        var best = blend.Mean(pages, width, cancellationToken);
        for (var round = 0; round < Rounds; round++)
        {
            var before = best;
            for (var voice = 0; voice < voices; voice++)
            {
                var tries = Steps.Select(step => blend.Moved(voice, step)).Select(moved => (Blend: moved, Value: moved.Mean(pages, width, cancellationToken))).MaxBy(tried => tried.Value);
                if (tries.Value > best + Least) (blend, best) = tries;
            }

            if (best <= before) break;
        }

        return blend;
    }

    /// <summary>The scores of a page's candidates.</summary>
    public void Score(Page page, int width, Span<float> scores)
    {
        scores.Clear();
        for (var voice = 0; voice < Weights.Count; voice++)
        {
            var weight = Weights[voice];
            if (weight == 0) continue;
            for (var candidate = 0; candidate < scores.Length; candidate++) scores[candidate] += weight * page.Features[(candidate * width) + voice];
        }
    }

    /// <summary>nDCG@10 of one page.</summary>
    public double Ndcg(Page page, int width)
    {
        Span<float> scores = page.Candidates.Length <= 2_000 ? stackalloc float[page.Candidates.Length] : new float[page.Candidates.Length];
        Score(page, width, scores);
        return page.Ndcg(scores);
    }

    private double Mean(IReadOnlyList<Page> pages, int width, CancellationToken cancellationToken)
    {
        var values = new double[pages.Count];
        Parallel.For(0, pages.Count, Workers.Options(cancellationToken), page => values[page] = Ndcg(pages[page], width));
        return values.Length == 0 ? 0 : values.Average();
    }

    private Blend Moved(int voice, float step) => new([.. Weights.Select((weight, own) => own == voice ? weight + step : weight)]);
}
