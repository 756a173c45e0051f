namespace Learning.Server.Errors;

/// <summary>What only HTTP refuses: a header that is missing, a cursor that is none. Its texts are in the resources in both languages.</summary>
/// <param name="rule">Name of the rule.</param>
/// <param name="status">Status of the answer.</param>
internal sealed class Refusal(string rule, int status) : Exception(rule)
{
    /// <summary>Name of the rule.</summary>
    public string Rule { get; } = rule;

    /// <summary>Status of the answer.</summary>
    public int Status { get; } = status;

    /// <summary>What is wrong, where the general text is not enough; English.</summary>
    public string? Detail { get; init; }

    /// <summary>Values of the texts.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>Names of the fields that are meant.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];
}
