namespace Learning;

/// <summary>Why one item of a batch failed: what, where and how to mend it.</summary>
/// <param name="Rule">Name of the rule, lower case and hyphens.</param>
/// <param name="Detail">What is wrong.</param>
/// <param name="Where">Line, column, field or page; empty where the whole item is meant.</param>
/// <param name="Hint">How to mend it.</param>
public sealed record Problem(string Rule, string Detail, string Where, string Hint)
{
    /// <summary>The same as a refusal, where there is no batch to go on with.</summary>
    public BrokenRule ToBrokenRule() => new(Rule, Detail, Hint)
    {
        Values = new Dictionary<string, object?>(StringComparer.Ordinal) { [BrokenRule.Where] = Where },
    };

    /// <summary>What became of one item when a rule refused it.</summary>
    public static Problem Of(BrokenRule broken) =>
        new(broken.Rule, broken.Detail, broken.Values.GetValueOrDefault(BrokenRule.Where) as string ?? "", broken.Hint);
}
