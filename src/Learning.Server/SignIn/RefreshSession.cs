using System.ComponentModel.DataAnnotations;
using Learning.Server.Conventions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.SignIn;

/// <summary>A refresh token.</summary>
/// <param name="RefreshToken">The newest one of the session.</param>
public sealed record RefreshRequest([property: Required, StringLength(512)] string RefreshToken);

/// <summary>Renews a session.</summary>
internal static class RefreshSession
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/sign-in/refresh", Handle)
        .WithSummary("Renew a session")
        .WithDescription("Each refresh token is good once. One that was used already ends the session: somebody has a copy.")
        .WithRequestExample(new RefreshRequest("AZpZ0h0Xf2eXh8k7Qm1cVw3s9Yt4uB6nD5pL2rJ8gK0aE1iO7xC4vM6zN3qW5tRf"));

    private static async Task<Ok<TokensAnswer>> Handle(RefreshRequest request, Sessions sessions, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sessions.RenewAsync(request.RefreshToken, cancellationToken));
}
