namespace Learning.Evaluation;

/// <summary>
/// What another way of recommending would have earned, from lists that were shown with a known chance. It needs propensities that
/// were logged when the list was made; without them nothing can be said.
/// </summary>
public static class Counterfactual
{
    /// <summary>One weight above this would speak for hundreds of people; it is cut, at the price of a bias towards what was shown.</summary>
    public const double LargestWeight = 50;

    /// <summary>Self-normalised inverse propensity score (Swaminathan and Joachims 2015): rewards weighted by how much likelier the other way would have shown the same.</summary>
    /// <param name="shown">What was shown.</param>
    /// <exception cref="ArgumentException">A chance is not a chance.</exception>
    public static Estimate Snips(IReadOnlyCollection<Shown> shown)
    {
        var weights = Weights(shown);
        var sum = weights.Sum();
        if (sum == 0) return new Estimate(0, double.PositiveInfinity, 0);
        var value = shown.Zip(weights, (one, weight) => weight * one.Reward).Sum() / sum;
        var squares = shown.Zip(weights, (one, weight) => weight * weight * (one.Reward - value) * (one.Reward - value)).Sum();
        return new Estimate(value, Math.Sqrt(squares) / sum, Effective(weights));
    }

    /// <summary>Doubly robust (Dudík, Langford and Li 2011): what a model expects of the other way, corrected by what it got wrong on what was shown. Right when either the model or the propensities are.</summary>
    /// <inheritdoc cref="Snips" path="/param" />
    /// <inheritdoc cref="Snips" path="/exception" />
    public static Estimate DoublyRobust(IReadOnlyCollection<Shown> shown)
    {
        var weights = Weights(shown);
        return Mean(Terms(shown, weights), Effective(weights));
    }

    /// <summary>How much more one way would have earned than another on the same showings, doubly robust and pair by pair: what both share by chance falls out.</summary>
    /// <param name="one">What was shown, with the chances of the one way.</param>
    /// <param name="other">The same with those of the other, in the same order.</param>
    /// <inheritdoc cref="Snips" path="/exception" />
    public static Estimate Difference(IReadOnlyCollection<Shown> one, IReadOnlyCollection<Shown> other)
    {
        var (weights, others) = (Weights(one), Weights(other));
        double[] differences = [.. Terms(one, weights).Zip(Terms(other, others), (left, right) => left - right)];
        return Mean(differences, Math.Min(Effective(weights), Effective(others)));
    }

    private static double[] Terms(IReadOnlyCollection<Shown> shown, double[] weights) =>
        [.. shown.Zip(weights, (one, weight) => one.ExpectedOfOther + (weight * (one.Reward - one.Expected)))];

    private static Estimate Mean(double[] terms, double effective)
    {
        if (terms.Length == 0) return new Estimate(0, double.PositiveInfinity, 0);
        var value = terms.Average();
        var spread = terms.Length < 2 ? double.PositiveInfinity : Math.Sqrt(terms.Sum(term => (term - value) * (term - value)) / (terms.Length - 1.0) / terms.Length);
        return new Estimate(value, spread, effective);
    }

    private static double[] Weights(IReadOnlyCollection<Shown> shown) => [.. shown.Select(one =>
        one.Propensity is > 0 and <= 1 && one.OfOther is >= 0 and <= 1
            ? Math.Min(LargestWeight, one.OfOther / one.Propensity)
            : throw new ArgumentException($"The chances {one.Propensity} and {one.OfOther} are not both chances, the first above 0.", nameof(shown)))];

    /// <summary>How many records with equal weights would say as much (Kish 1965).</summary>
    private static double Effective(double[] weights)
    {
        var squares = weights.Sum(weight => weight * weight);
        return squares == 0 ? 0 : weights.Sum() * weights.Sum() / squares;
    }
}

/// <summary>Something that was shown, and what came of it.</summary>
/// <param name="Propensity">The chance with which it was shown, as logged.</param>
/// <param name="OfOther">The chance with which the other way would have shown it.</param>
/// <param name="Reward">What came of it, such as 1 for learned.</param>
/// <param name="Expected">What a model expects of what was shown; for the doubly robust estimate.</param>
/// <param name="ExpectedOfOther">What the model expects of the other way, over all it might show.</param>
public sealed record Shown(double Propensity, double OfOther, double Reward, double Expected = 0, double ExpectedOfOther = 0);

/// <summary>An estimate.</summary>
/// <param name="Value">The reward per showing.</param>
/// <param name="StandardError">How far it may be off by chance.</param>
/// <param name="EffectiveSize">How many records with equal weights would say as much; small means: don't trust it.</param>
public sealed record Estimate(double Value, double StandardError, double EffectiveSize);
