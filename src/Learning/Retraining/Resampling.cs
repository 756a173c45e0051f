using Learning.Evaluation.Recommending;

namespace Learning.Retraining;

/// <summary>How sure a mean is: the percentile bootstrap over people (Efron and Tibshirani 1993), seeded.</summary>
public static class Resampling
{
    private const int Draws = 2000;

    /// <summary>Quantiles of the mean of resampled values.</summary>
    /// <param name="values">One value per person.</param>
    /// <param name="seed">The chance.</param>
    /// <param name="quantiles">Which, 0–1.</param>
    public static double[] Quantiles(IReadOnlyList<double> values, int seed, params double[] quantiles)
    {
        if (values.Count == 0)
        {
            return [.. quantiles.Select(_ => 0.0)];
        }

        var means = Bootstrap.Means(values, seed, Draws);
        return [.. quantiles.Select(quantile => means[Math.Clamp((int)(quantile * Draws), 0, Draws - 1)])];
    }
}
