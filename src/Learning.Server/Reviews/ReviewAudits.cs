using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Learning.Data;
using Learning.Reviews;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Reviews;

/// <summary>A plan that passed a policy and that a person looks at.</summary>
/// <param name="Id">Id of the audit.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Policy">Key of the policy.</param>
/// <param name="Run">The bulk approval.</param>
/// <param name="At">When it was drawn.</param>
/// <param name="Agreed">Whether the person agrees; null while nobody has looked.</param>
/// <param name="By">Who looked.</param>
/// <param name="LookedAt">When.</param>
/// <param name="Note">What the person says.</param>
public sealed record ReviewAuditView(Guid Id, Guid Plan, string Policy, Guid Run, DateTimeOffset At, bool? Agreed, string By, DateTimeOffset? LookedAt, string Note)
{
    internal static ReviewAuditView Of(ReviewAudit audit) => new(audit.Id, audit.PlanId, audit.Policy, audit.RunId, audit.At, audit.Agreed, audit.ByName, audit.LookedAt, audit.Note);
}

/// <summary>What a person says of an approved plan.</summary>
/// <param name="Agreed">Whether it is as it should be.</param>
/// <param name="Note">Why not, or anything else.</param>
public sealed record AuditRequest([property: Required] bool? Agreed, [property: StringLength(1000)] string? Note = null);

/// <summary>Lists the audits and keeps what people say.</summary>
internal static class ReviewAudits
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/reviews/audits", List).WithSummary("List the plans that passed a policy and want a person's look");
        group.MapPost("/reviews/audits/{id}", Look)
            .WithSummary("Say whether an approved plan is as it should be")
            .WithDescription("Who disagrees puts the plan back into review and switches the policy off, until an administrator has decided.")
            .WithRequestExample(new AuditRequest(true))
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<Page<ReviewAuditView>>> List(
        [Description("True: only those nobody has looked at.")] bool? open, [AsParameters] PageQuery page, Scope scope, LearningDbContext db, CancellationToken cancellationToken)
    {
        var (after, onlyOpen) = (page.After, open ?? false);
        var audits = await InReach(scope, db).AsNoTracking().Where(audit => audit.Id > after && (!onlyOpen || audit.Agreed == null)).OrderBy(audit => audit.Id).Take(page.SizeAndOne).ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(audits, page.Size, audit => audit.Id).Select(ReviewAuditView.Of));
    }

    private static async Task<Ok<ReviewAuditView>> Look(Guid id, AuditRequest request, Caller caller, Scope scope, LearningDbContext db, PolicyApproval approval, CancellationToken cancellationToken)
    {
        var audit = await InReach(scope, db).FirstOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw new BrokenRule("audit-unknown", $"There is no audit {id} for you.", "GET /reviews/audits lists them.", BrokenRuleKind.NotFound);
        var run = await db.ReviewRuns.FirstAsync(one => one.Id == audit.RunId, cancellationToken);
        await approval.LookAsync(audit, run, request.Agreed!.Value, request.Note ?? "", new Actor(caller.AccountId, caller.UserName), cancellationToken);
        return TypedResults.Ok(ReviewAuditView.Of(audit));
    }

    /// <summary>Audits of plans the caller may decide.</summary>
    internal static IQueryable<ReviewAudit> InReach(Scope scope, LearningDbContext db)
    {
        var plans = ApproveByPolicy.InReach(scope, db);
        return db.ReviewAudits.Where(audit => plans.Any(plan => plan.Id == audit.PlanId));
    }
}
