namespace Learning.Evaluation.Recommending;

/// <summary>How far a mean may be off by the chance of who was judged: people are drawn again and again, with replacement (Efron 1979).</summary>
public static class Bootstrap
{
    private const int Draws = 1_000;

    /// <summary>The 95 % interval of a mean.</summary>
    /// <param name="values">One value per person.</param>
    /// <param name="seed">Draws the people.</param>
    public static (double Low, double High) Interval(IReadOnlyList<double> values, int seed)
    {
        if (values.Count == 0) return (0, 0);
        var means = Means(values, seed, Draws);
        return (means[(int)(Draws * 0.025)], means[(int)(Draws * 0.975) - 1]);
    }

    /// <summary>The means of so many draws, rising.</summary>
    /// <param name="values">One value per person; at least one.</param>
    /// <param name="seed">Draws the people.</param>
    /// <param name="draws">How often as many people as there are are drawn.</param>
    public static double[] Means(IReadOnlyList<double> values, int seed, int draws)
    {
        var (random, means) = (new Random(seed), new double[draws]);
        for (var draw = 0; draw < draws; draw++)
        {
            var sum = 0.0;
            for (var place = 0; place < values.Count; place++) sum += values[random.Next(values.Count)];
            means[draw] = sum / values.Count;
        }

        Array.Sort(means);
        return means;
    }
}
