using Learning.Server.Conventions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.SignIn.Accounts;

/// <summary>Where somebody is signed in.</summary>
/// <param name="Items">The sessions, newest first.</param>
public sealed record SessionsAnswer(IReadOnlyList<SessionView> Items);

/// <summary>A session that lasts.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="ExpiresAt">Until when it can be renewed.</param>
/// <param name="IsThis">Whether this call came with it.</param>
public sealed record SessionView(Guid Id, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, bool IsThis);

/// <summary>Shows the caller's sessions and ends them.</summary>
internal static class MySessions
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/sessions", List).WithSummary("Show where you are signed in");
        group.MapDelete("/sessions", EndOthers).WithSummary("Sign out everywhere else");
        group.MapDelete("/sessions/{id}", End)
            .WithSummary("End one of your sessions")
            .WithDescription("One that has ended already, or is not yours, is ended already.");
    }

    private static async Task<Ok<SessionsAnswer>> List(Caller caller, SignInDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return TypedResults.Ok(new SessionsAnswer(await db.Sessions.AsNoTracking()
            .Where(session => session.AccountId == caller.AccountId && session.EndedAt == null && session.ExpiresAt > now)
            .OrderByDescending(session => session.CreatedAt)
            .Select(session => new SessionView(session.Id, session.CreatedAt, session.ExpiresAt, session.Id == caller.SessionId))
            .ToListAsync(cancellationToken)));
    }

    private static async Task<NoContent> EndOthers(Caller caller, Sessions sessions, CancellationToken cancellationToken)
    {
        await sessions.EndAllAsync(caller.AccountId, caller.SessionId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> End(Guid id, Caller caller, SignInDbContext db, Sessions sessions, CancellationToken cancellationToken)
    {
        if (await db.Sessions.AnyAsync(session => session.Id == id && session.AccountId == caller.AccountId, cancellationToken))
        {
            await sessions.EndAsync(id, cancellationToken);
        }

        return TypedResults.NoContent();
    }
}
