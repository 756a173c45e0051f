using System.ComponentModel.DataAnnotations;
using Learning.Server.Conventions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.SignIn;

/// <summary>A name and a password.</summary>
/// <param name="UserName">The name.</param>
/// <param name="Password">The password.</param>
public sealed record SignInRequest(
    [property: Required, StringLength(256)] string UserName,
    [property: Required, StringLength(1024)] string Password);

/// <summary>Begins a session.</summary>
internal static class SignInWithPassword
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/sign-in", Handle)
        .WithSummary("Sign in with a name and a password")
        .WithDescription("Unknown names, wrong passwords and locked accounts get the same answer. Five wrong passwords in a row lock an account for five minutes.")
        .WithRequestExample(new SignInRequest("coordinator", "learning"));

    private static async Task<Ok<TokensAnswer>> Handle(SignInRequest request, PasswordCheck passwords, Sessions sessions, CancellationToken cancellationToken)
    {
        var account = await passwords.AccountOfAsync(request.UserName, request.Password, cancellationToken);
        return TypedResults.Ok(await sessions.BeginAsync(account, cancellationToken));
    }
}
