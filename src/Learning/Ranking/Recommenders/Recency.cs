namespace Learning.Ranking.Recommenders;

/// <summary>Weights that halve with time.</summary>
internal static class Recency
{
    /// <summary>How often each item was learned, older times counting less.</summary>
    /// <param name="interactions">With times.</param>
    /// <param name="halfLife">As a share of the whole time.</param>
    public static double[] Counts(Interactions interactions, double halfLife)
    {
        var counts = new double[interactions.Items];
        var weight = Weight(interactions, halfLife);
        for (var person = 0; person < interactions.People; person++)
        {
            var items = interactions.Of(person);
            var times = interactions.TimesOf(person);
            for (var place = 0; place < items.Length; place++) counts[items[place]] += times.IsEmpty ? 1 : weight(times[place]);
        }

        return counts;
    }

    /// <summary>The weight of a time; 1 now.</summary>
    public static Func<double, double> Weight(Interactions interactions, double halfLife)
    {
        var (first, last) = interactions.Span();
        var seconds = Math.Max(1, (last - first) * halfLife);
        return time => Math.Pow(2, (time - last) / seconds);
    }
}
