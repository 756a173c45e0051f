using System.Security.Claims;
using Learning.Server.Conventions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.SignIn;

/// <summary>Ends the session of the access token: neither it nor its refresh token is good afterwards.</summary>
internal static class SignOut
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/sign-out", Handle)
        .NotRepeatable()
        .WithSummary("End the session");

    private static async Task<NoContent> Handle(ClaimsPrincipal user, Sessions sessions, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(user.FindFirst("sid")?.Value, out var session))
        {
            await sessions.EndAsync(session, cancellationToken);
        }

        return TypedResults.NoContent();
    }
}
