namespace Learning.Ranking.Stacking;

/// <summary>Whether something more complicated has earned its place.</summary>
public static class Gate
{
    /// <summary>Deviations of the mean difference by which it must be better.</summary>
    private const double Least = 1;

    /// <summary>Whether one set of values is better than another, pair by pair, by more than chance explains.</summary>
    /// <param name="challenger">One value per trial and person.</param>
    /// <param name="holder">The same for what is simpler.</param>
    public static bool Beats(IReadOnlyList<double> challenger, IReadOnlyList<double> holder)
    {
        var differences = challenger.Zip(holder, (new_, old) => new_ - old).ToList();
        if (differences.Count < 2) return false;
        var mean = differences.Average();
        var deviation = Math.Sqrt(differences.Sum(difference => (difference - mean) * (difference - mean)) / (differences.Count - 1.0) / differences.Count);
        return mean > Least * deviation && mean > 0;
    }
}
