using Learning.Ranking.Models;

namespace Learning.Retraining.Fitting;

/// <summary>
/// A linear blend of the features, fitted to lists: the softmax of the scores of a list should lie on what was finished (listwise
/// cross-entropy, Cao et al. 2007; it bounds nDCG, Bruch et al. 2019). Convex, so the same data give the same weights.
/// </summary>
public static class LinearFit
{
    private const int Steps = 200;
    private const int Parts = 8;

    /// <summary>The settings, for the manifest.</summary>
    public static IReadOnlyDictionary<string, double> Parameters { get; } =
        new Dictionary<string, double>(StringComparer.Ordinal) { ["l2"] = 0.002, ["steps"] = Steps, ["rate"] = 0.05 };

    /// <summary>Fits it.</summary>
    public static ModelFile Fit(TrainingRows rows, CancellationToken cancellationToken)
    {
        var width = TrainingRows.Width;
        var size = Sizes(rows);
        var (weights, first, second) = (new double[width], new double[width], new double[width]);
        for (var step = 1; step <= Steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var slope = Slope(rows, weights, size);
            for (var place = 0; place < width; place++)
            {
                // Adam (Kingma and Ba 2015) on the whole data: no chance in it.
                first[place] = (0.9 * first[place]) + (0.1 * slope[place]);
                second[place] = (0.99 * second[place]) + (0.01 * slope[place] * slope[place]);
                weights[place] -= Parameters["rate"] * (first[place] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(second[place] / (1 - Math.Pow(0.99, step))) + 1e-8);
            }
        }

        return new ModelFile { Weights = [.. weights.Select((weight, place) => weight / size[place])] };
    }

    /// <summary>Standard deviation of each feature, so that one rate and one penalty suit all.</summary>
    private static double[] Sizes(TrainingRows rows)
    {
        var width = TrainingRows.Width;
        var (sum, squares) = (new double[width], new double[width]);
        for (var row = 0; row < rows.Count; row++)
        {
            var values = rows.Row(row);
            for (var place = 0; place < width; place++)
            {
                sum[place] += values[place];
                squares[place] += (double)values[place] * values[place];
            }
        }

        return [.. sum.Select((one, place) => Math.Sqrt(Math.Max(0, (squares[place] / rows.Count) - Math.Pow(one / rows.Count, 2)))).Select(size => size < 1e-6 ? 1 : size)];
    }

    private static double[] Slope(TrainingRows rows, double[] weights, double[] size)
    {
        // Parts of fixed size, added in their order: the sum does not depend on who was quicker.
        var parts = new double[Parts][];
        Parallel.For(0, Parts, part => parts[part] = SlopeOf(rows, weights, size, rows.Lists.Count * part / Parts, rows.Lists.Count * (part + 1) / Parts));
        var slope = new double[weights.Length];
        for (var place = 0; place < slope.Length; place++)
        {
            slope[place] = (parts.Sum(part => part[place]) / Math.Max(1, rows.Lists.Count)) + (Parameters["l2"] * weights[place]);
        }

        return slope;
    }

    private static double[] SlopeOf(TrainingRows rows, double[] weights, double[] size, int from, int to)
    {
        var width = weights.Length;
        var slope = new double[width];
        var raw = new double[width];
        for (var place = 0; place < width; place++)
        {
            raw[place] = weights[place] / size[place];
        }

        for (var list = from; list < to; list++)
        {
            var (start, end) = (rows.Starts[list], rows.Starts[list + 1]);
            var shares = Softmax(rows, raw, start, end);
            var wanted = 1.0 / rows.Finished.AsSpan(start, end - start).Count(true);
            for (var row = start; row < end; row++)
            {
                var pull = shares[row - start] - (rows.Finished[row] ? wanted : 0);
                var values = rows.Row(row);
                for (var place = 0; place < width; place++)
                {
                    slope[place] += pull * values[place] / size[place];
                }
            }
        }

        return slope;
    }

    private static double[] Softmax(TrainingRows rows, double[] weights, int start, int end)
    {
        var scores = new double[end - start];
        for (var row = start; row < end; row++)
        {
            var values = rows.Row(row);
            var score = 0.0;
            for (var place = 0; place < weights.Length; place++)
            {
                score += weights[place] * values[place];
            }

            scores[row - start] = score;
        }

        var most = scores.Max();
        var whole = 0.0;
        for (var place = 0; place < scores.Length; place++)
        {
            whole += scores[place] = Math.Exp(scores[place] - most);
        }

        for (var place = 0; place < scores.Length; place++)
        {
            scores[place] /= whole;
        }

        return scores;
    }
}
