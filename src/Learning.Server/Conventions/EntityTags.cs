using Learning.Server.Errors;
using Microsoft.Net.Http.Headers;

namespace Learning.Server.Conventions;

/// <summary>Versions of things as entity tags: <c>"3"</c>. Who changes a thing says which version it saw, so that nobody's work is lost.</summary>
internal static class EntityTags
{
    /// <summary>Tells the version of what is answered.</summary>
    public static void Tag(this HttpResponse response, int version) => response.Headers.ETag = Of(version);

    /// <summary>Refuses when <c>If-Match</c> is missing (428) or names another version (412).</summary>
    public static void RequireMatch(this HttpRequest request, int version)
    {
        var asked = request.Headers.IfMatch;
        if (asked.Count == 0 || !EntityTagHeaderValue.TryParseStrictList(asked, out var tags))
        {
            throw new Refusal("if-match-required", StatusCodes.Status428PreconditionRequired);
        }

        var current = new EntityTagHeaderValue(Of(version));
        if (!tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(current, useStrongComparison: true)))
        {
            throw new Refusal("if-match-stale", StatusCodes.Status412PreconditionFailed) { Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["version"] = version } };
        }
    }

    /// <summary>Refuses when <c>If-Match</c> is there and names another version (412).</summary>
    public static void MatchIfAsked(this HttpRequest request, int version)
    {
        if (request.Headers.IfMatch.Count > 0)
        {
            request.RequireMatch(version);
        }
    }

    private static string Of(int version) => FormattableString.Invariant($"\"{version}\"");
}
