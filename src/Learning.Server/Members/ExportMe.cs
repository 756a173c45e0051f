using Learning.Data;
using Learning.Members;
using Learning.Plans;
using Learning.Plans.Words;
using Learning.Records;
using Learning.Records.Ledger;
using Learning.Reviews;
using Learning.Rights;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Members;

/// <summary>Everything kept about a person.</summary>
/// <param name="ExportedAt">When it was put together.</param>
/// <param name="Account">How the person signs in.</param>
/// <param name="Member">What was told and chosen, with every group there ever was.</param>
/// <param name="Records">What the person did.</param>
/// <param name="Hours">Credit hours, each booking with its evidence.</param>
/// <param name="Impressions">What the person was shown, and the numbers it was ranked by.</param>
/// <param name="Plans">Plans.</param>
/// <param name="Reviews">What was done with the plans.</param>
/// <param name="Words">Words about the plans that a language model wrote; each says so.</param>
public sealed record ExportAnswer(
    DateTimeOffset ExportedAt,
    AccountExport Account,
    Member Member,
    IReadOnlyList<LearningRecord> Records,
    IReadOnlyList<HoursEntry> Hours,
    IReadOnlyList<Impression> Impressions,
    IReadOnlyList<StoredPlan> Plans,
    IReadOnlyList<ReviewAct> Reviews,
    IReadOnlyList<ToldWords> Words);

/// <summary>How a person signs in.</summary>
/// <param name="Id">The account.</param>
/// <param name="UserName">The name.</param>
/// <param name="Roles">What it may be.</param>
/// <param name="Sessions">Sessions that are kept.</param>
public sealed record AccountExport(Guid Id, string UserName, IReadOnlyList<string> Roles, IReadOnlyList<SessionExport> Sessions);

/// <summary>A session.</summary>
/// <param name="CreatedAt">When it began.</param>
/// <param name="ExpiresAt">Until when it can be renewed.</param>
/// <param name="EndedAt">When it was ended.</param>
public sealed record SessionExport(DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? EndedAt);

/// <summary>Gives a person everything kept about her or him.</summary>
internal static class ExportMe
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/export", Handle)
        .WithSummary("Take along everything kept about you")
        .Refuses(StatusCodes.Status404NotFound);

    internal static async Task<Ok<ExportAnswer>> Handle(
        Caller caller, LearningDbContext db, SignInDbContext accounts, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var kept = await MemberExport.ReadAsync(db, caller.RequiredMemberId, cancellationToken) ?? throw new InvalidOperationException("The caller's member was erased meanwhile.");
        var sessions = await accounts.Sessions.AsNoTracking().Where(session => session.AccountId == caller.AccountId).OrderBy(session => session.CreatedAt)
            .Select(session => new SessionExport(session.CreatedAt, session.ExpiresAt, session.EndedAt)).ToListAsync(cancellationToken);
        response.Headers.ContentDisposition = "attachment; filename=\"learning-export.json\"";
        return TypedResults.Ok(new ExportAnswer(
            time.GetUtcNow(), new AccountExport(caller.AccountId, caller.UserName, caller.Roles, sessions), kept.Member, kept.Records, kept.Hours, kept.Impressions, kept.Plans, kept.Reviews, kept.Words));
    }
}
