using System.Numerics.Tensors;
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
        var (blend, best) = Enumerable.Range(0, voices).Select(voice => Only(voice, voices)).Select(only => (only, Mean: only.Mean(pages, width, cancellationToken))).MaxBy(only => only.Mean);
        var sums = blend.Sums(pages, width);
        for (var round = 0; round < Rounds; round++)
        {
            var before = best;
            for (var voice = 0; voice < voices; voice++)
            {
                var means = Moves(pages, sums, voice, width, cancellationToken);
                var step = Enumerable.Range(0, Steps.Length).MaxBy(step => means[step]);
                if (means[step] <= best + Least) continue;
                (blend, best) = (blend.Moved(voice, Steps[step]), means[step]);
                sums = blend.Sums(pages, width);
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

    /// <summary>The mean nDCG@10 after each step of one weight: only what that voice says is added to the sums that are there.</summary>
    private static double[] Moves(IReadOnlyList<Page> pages, float[][] sums, int voice, int width, CancellationToken cancellationToken)
    {
        var values = new double[Steps.Length * pages.Count];
        Parallel.For(0, pages.Count, Workers.Options(cancellationToken), place =>
        {
            var page = pages[place];
            var (said, scores) = (new float[page.Candidates.Length], new float[page.Candidates.Length]);
            for (var candidate = 0; candidate < said.Length; candidate++) said[candidate] = page.Features[(candidate * width) + voice];
            for (var step = 0; step < Steps.Length; step++)
            {
                TensorPrimitives.MultiplyAdd(said, Steps[step], sums[place], scores);
                values[(step * pages.Count) + place] = page.Ndcg(scores);
            }
        });
        return [.. Enumerable.Range(0, Steps.Length).Select(step => TensorPrimitives.Sum<double>(values.AsSpan(step * pages.Count, pages.Count)) / Math.Max(1, pages.Count))];
    }

    private float[][] Sums(IReadOnlyList<Page> pages, int width)
    {
        var sums = new float[pages.Count][];
        Parallel.For(0, sums.Length, page => Score(pages[page], width, sums[page] = new float[pages[page].Candidates.Length]));
        return sums;
    }

    private double Mean(IReadOnlyList<Page> pages, int width, CancellationToken cancellationToken)
    {
        var values = new double[pages.Count];
        Parallel.For(0, pages.Count, Workers.Options(cancellationToken), page => values[page] = Ndcg(pages[page], width));
        return values.Length == 0 ? 0 : values.Average();
    }

    private Blend Moved(int voice, float step) => new([.. Weights.Select((weight, own) => own == voice ? weight + step : weight)]);
}
