using Learning.Server.Conventions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.SignIn.Accounts;

/// <summary>Shuts an account, opens it again, ends its sessions, removes it.</summary>
internal static class LockAccount
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/{id}/lock", Lock)
            .WithSummary("Lock an account")
            .WithDescription("Its sessions end at once, and it can't sign in until it is unlocked.")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        group.MapPost("/{id}/unlock", Unlock)
            .WithSummary("Unlock an account")
            .WithDescription("Also one that too many wrong passwords locked.")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        group.MapPost("/{id}/sign-out", SignOut)
            .WithSummary("End every session of an account")
            .Refuses(StatusCodes.Status404NotFound);
        group.MapDelete("/{id}", Remove)
            .WithSummary("Remove an account")
            .WithDescription("The member stays, with everything kept; to erase the person use DELETE /members/{id}.")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<AccountView>> Lock(Guid id, AccountBook book, Sessions sessions, SignInDbContext db, CancellationToken cancellationToken)
    {
        var account = await book.FindToChangeAsync(id, cancellationToken);
        account.LockoutEnd = Account.Forever;
        await db.SaveChangesAsync(cancellationToken);
        await sessions.EndAllAsync(id, null, cancellationToken);
        return TypedResults.Ok(await book.ViewAsync(account, cancellationToken));
    }

    private static async Task<Ok<AccountView>> Unlock(Guid id, AccountBook book, SignInDbContext db, CancellationToken cancellationToken)
    {
        var account = await book.FindToChangeAsync(id, cancellationToken);
        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await book.ViewAsync(account, cancellationToken));
    }

    private static async Task<NoContent> SignOut(Guid id, AccountBook book, Sessions sessions, CancellationToken cancellationToken)
    {
        var account = await book.FindAsync(id, cancellationToken);
        await sessions.EndAllAsync(account.Id, null, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Remove(Guid id, AccountBook book, CancellationToken cancellationToken)
    {
        var account = await book.FindToChangeAsync(id, cancellationToken);
        await book.RemoveAsync(account.Id, cancellationToken);
        return TypedResults.NoContent();
    }
}
