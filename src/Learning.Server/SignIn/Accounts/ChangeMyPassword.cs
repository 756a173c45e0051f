using System.ComponentModel.DataAnnotations;
using Learning.Server.Conventions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.SignIn.Accounts;

/// <summary>A new password of one's own.</summary>
/// <param name="Current">The password until now.</param>
/// <param name="New">The new one, at least 8 characters.</param>
public sealed record ChangePasswordRequest(
    [property: Required, StringLength(1024)] string Current,
    [property: Required, StringLength(Passwords.Longest, MinimumLength = Passwords.Shortest)] string New);

/// <summary>Changes the caller's password.</summary>
internal static class ChangeMyPassword
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/password", Handle)
        .WithSummary("Change your password")
        .WithDescription("Every other session of yours ends. Wrong current passwords count as wrong tries to sign in.")
        .WithRequestExample(new ChangePasswordRequest("the password until now", "three words better"))
        .RequireRateLimiting(RateLimits.SignIn)
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

    private static async Task<NoContent> Handle(
        ChangePasswordRequest request, Caller caller, AccountBook book, PasswordCheck check, Passwords passwords, Sessions sessions, CancellationToken cancellationToken)
    {
        var account = await book.FindAsync(caller.AccountId, cancellationToken);
        if (account.IsDemo)
        {
            throw new BrokenRule("account-demo-fixed", "The demo accounts stay as they are.", "Make an account of your own with POST /accounts.", BrokenRuleKind.Conflict);
        }

        if (!await check.IsRightAsync(account.Id, request.Current, cancellationToken))
        {
            throw new Problem("password-wrong", "The current password is wrong, or was given wrong too often.", "current", "Give the password you sign in with; after five wrong ones wait five minutes.").ToBrokenRule();
        }

        await passwords.SetAsync(account, request.New, cancellationToken);
        await sessions.EndAllAsync(account.Id, caller.SessionId, cancellationToken);
        return TypedResults.NoContent();
    }
}
