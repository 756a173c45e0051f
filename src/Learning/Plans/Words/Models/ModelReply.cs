namespace Learning.Plans.Words.Models;

/// <summary>What a model answered, or why it did not.</summary>
/// <param name="Text">The answer; null when there is none.</param>
/// <param name="Fault">Why there is none: <c>timeout</c>, <c>rate-limited</c>, <c>server-error</c>, <c>refused</c>, <c>circuit-open</c>, <c>unreachable</c>, <c>cut</c>, <c>garbage</c>, <c>budget-spent</c>.</param>
public sealed record ModelReply(string? Text, string? Fault)
{
    internal static ModelReply Failed(string fault) => new(null, fault);
}
