using System.ComponentModel.DataAnnotations;
using Learning.Server.Conventions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.SignIn.Accounts;

/// <summary>A new password for somebody.</summary>
/// <param name="Password">The password, at least 8 characters; left out, one is made and told once.</param>
public sealed record ResetPasswordRequest([property: StringLength(Passwords.Longest)] string? Password = null);

/// <summary>Gives an account a new password.</summary>
internal static class ResetPassword
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id}/password", Handle)
        .WithSummary("Give an account a new password")
        .WithDescription("Its sessions end at once. Without a password one is made and told in this answer only.")
        .WithRequestExample(new ResetPasswordRequest())
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
        .NotRepeatable();

    private static async Task<Ok<AccountWithPassword>> Handle(Guid id, ResetPasswordRequest request, AccountBook book, Passwords passwords, Sessions sessions, CancellationToken cancellationToken)
    {
        var account = await book.FindToChangeAsync(id, cancellationToken);
        var made = request.Password is null ? Passwords.Make() : null;
        await passwords.SetAsync(account, request.Password ?? made!, cancellationToken);
        await sessions.EndAllAsync(id, null, cancellationToken);
        return TypedResults.Ok(new AccountWithPassword(await book.ViewAsync(account, cancellationToken), made));
    }
}
