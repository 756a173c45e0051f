namespace Learning;

/// <summary>
/// A rule of the house was broken by what somebody asked. One place turns it into problem details (RFC 9457);
/// the command line prints it and exits with 3.
/// </summary>
/// <param name="rule">Name of the rule in lower case and hyphens, such as <c>plan-not-in-review</c>. It is the last part of the problem's <c>type</c> and the key of its texts.</param>
/// <param name="detail">What is wrong and where, in English.</param>
/// <param name="hint">How to mend it, in English.</param>
/// <param name="kind">Which status the API answers with.</param>
public sealed class BrokenRule(string rule, string detail, string hint, BrokenRuleKind kind = BrokenRuleKind.Unprocessable)
    : Exception($"{rule}: {detail} {hint}")
{
    /// <summary>Name of the value that says which field or place is meant.</summary>
    public const string Where = "where";

    /// <summary>Name of the rule.</summary>
    public string Rule { get; } = rule;

    /// <summary>What is wrong and where.</summary>
    public string Detail { get; } = detail;

    /// <summary>How to mend it.</summary>
    public string Hint { get; } = hint;

    /// <summary>Which kind of refusal it is.</summary>
    public BrokenRuleKind Kind { get; } = kind;

    /// <summary>Values for the texts in other languages, by name.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);
}

/// <summary>Kinds of refusal.</summary>
public enum BrokenRuleKind
{
    /// <summary>The values make no sense here (422).</summary>
    Unprocessable,

    /// <summary>The state of the thing does not allow it (409).</summary>
    Conflict,

    /// <summary>There is no such thing, or it is not for the one who asks (404).</summary>
    NotFound,

    /// <summary>The one who asks may not (403).</summary>
    Forbidden,
}
