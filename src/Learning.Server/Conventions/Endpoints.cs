using Learning.Server.SignIn;

namespace Learning.Server.Conventions;

/// <summary>An endpoint whose POST writes nothing that a repetition could double, or answers with a secret that must not be kept.</summary>
internal sealed class NotRepeatable;

/// <summary>A change that says which version it is made to.</summary>
internal sealed class NeedsMatch;

/// <summary>An example of what to send, shown in the reference.</summary>
/// <param name="Value">The request.</param>
internal sealed record RequestExample(object Value);

/// <summary>A body that the endpoint reads as it comes: files in a form, or one text of these types, each with an example.</summary>
/// <param name="Examples">Content types and what may stand in them.</param>
internal sealed record RawBody(IReadOnlyDictionary<string, string> Examples);

/// <summary>What every endpoint says about itself.</summary>
internal static class Endpoints
{
    /// <summary>A group for a room of the engine: signed in, counted, tagged, with the problems every call can get. An endpoint in it can't forget them.</summary>
    public static RouteGroupBuilder MapRoom(this IEndpointRouteBuilder api, string prefix, string room) => api.MapGroup(prefix)
        .WithTags(room)
        .RequireAuthorization()
        .RequireRateLimiting(RateLimits.Api)
        .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status429TooManyRequests);

    /// <summary>Only for those who look after groups, and for administrators.</summary>
    public static RouteGroupBuilder ForCoordinators(this RouteGroupBuilder group) =>
        group.RequireAuthorization(Policies.Coordinates).Refuses(StatusCodes.Status403Forbidden);

    /// <summary>Documents the statuses with which it refuses.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder builder, params IReadOnlyList<int> statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
        {
            builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), ["application/problem+json"]));
        }

        return builder;
    }

    /// <summary>See <see cref="NotRepeatable"/>.</summary>
    public static TBuilder NotRepeatable<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new NotRepeatable());

    /// <summary>Documents that a change says which version it is made to; see <see cref="EntityTags.RequireMatch"/>.</summary>
    public static TBuilder NeedsMatch<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new NeedsMatch()).Refuses(StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired);

    /// <summary>Documents a body that is read as it comes; see <see cref="RawBody"/>.</summary>
    public static RouteHandlerBuilder TakesFilesOr(this RouteHandlerBuilder builder, params IEnumerable<(string Type, string Example)> texts) =>
        builder.WithMetadata(new RawBody(texts.ToDictionary(text => text.Type, text => text.Example, StringComparer.Ordinal)));

    /// <summary>Shows an example request in the reference.</summary>
    public static RouteHandlerBuilder WithRequestExample(this RouteHandlerBuilder builder, object example) => builder.WithMetadata(new RequestExample(example));
}
