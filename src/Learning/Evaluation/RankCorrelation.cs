namespace Learning.Evaluation;

/// <summary>How far two lists of numbers agree about the order.</summary>
public static class RankCorrelation
{
    /// <summary>Spearman's ρ: the correlation of the ranks, equal numbers sharing their mean rank. 0 when one list says nothing.</summary>
    public static double Spearman(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        if (left.Count != right.Count) throw new ArgumentException("Both lists need the same length.", nameof(right));
        var (a, b) = (Ranks(left), Ranks(right));
        var middle = (left.Count + 1) / 2.0;
        double both = 0, one = 0, other = 0;
        for (var place = 0; place < a.Length; place++)
        {
            both += (a[place] - middle) * (b[place] - middle);
            one += (a[place] - middle) * (a[place] - middle);
            other += (b[place] - middle) * (b[place] - middle);
        }

        return one == 0 || other == 0 ? 0 : both / Math.Sqrt(one * other);
    }

    private static double[] Ranks(IReadOnlyList<double> numbers)
    {
        var order = Enumerable.Range(0, numbers.Count).OrderBy(place => numbers[place]).ToArray();
        var ranks = new double[numbers.Count];
        for (var from = 0; from < order.Length;)
        {
            var to = from;
            while (to < order.Length && numbers[order[to]].Equals(numbers[order[from]])) to++;
            for (var place = from; place < to; place++) ranks[order[place]] = (from + 1 + to) / 2.0;
            from = to;
        }

        return ranks;
    }
}
