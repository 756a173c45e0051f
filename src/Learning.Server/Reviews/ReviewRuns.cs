using Learning.Data;
using Learning.Reviews;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Reviews;

/// <summary>A bulk approval.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Policy">Key of the policy.</param>
/// <param name="PolicyVersion">Version of the policy.</param>
/// <param name="By">Who ran it.</param>
/// <param name="At">When.</param>
/// <param name="UndoneAt">When it was undone; null while it stands.</param>
/// <param name="Plans">How many plans it approved.</param>
public sealed record ReviewRunView(Guid Id, string Policy, int PolicyVersion, string By, DateTimeOffset At, DateTimeOffset? UndoneAt, int Plans)
{
    internal static ReviewRunView Of(ReviewRun run) => new(run.Id, run.Policy, run.PolicyVersion, run.ByName, run.At, run.UndoneAt, run.Items.Count);
}

/// <summary>What came of undoing.</summary>
/// <param name="Run">The bulk approval.</param>
/// <param name="Undone">Plans that are in review again.</param>
/// <param name="Left">Plans that changed since and were left alone.</param>
public sealed record UndoneAnswer(Guid Run, int Undone, int Left);

/// <summary>Lists bulk approvals and takes them back.</summary>
internal static class ReviewRuns
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/reviews/runs", List).WithSummary("List bulk approvals").WithDescription("Administrators see all of the organisation, coordinators their own.");
        group.MapPost("/reviews/runs/{id}/undo", Undo)
            .WithSummary("Undo a bulk approval")
            .WithDescription("Its plans go back into review, and what gave way to them stands again. Plans that changed since are left alone.")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<Page<ReviewRunView>>> List([AsParameters] PageQuery page, Caller caller, LearningDbContext db, CancellationToken cancellationToken)
    {
        var after = page.After;
        var runs = await OfCaller(caller, db).AsNoTracking().Where(run => run.Id > after).OrderBy(run => run.Id).Take(page.SizeAndOne).ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(runs, page.Size, run => run.Id).Select(ReviewRunView.Of));
    }

    private static async Task<Ok<UndoneAnswer>> Undo(Guid id, Caller caller, LearningDbContext db, PolicyApproval approval, CancellationToken cancellationToken)
    {
        var run = await OfCaller(caller, db).FirstOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw new BrokenRule("run-unknown", $"There is no bulk approval {id} for you.", "GET /reviews/runs lists them.", BrokenRuleKind.NotFound);
        var (undone, left) = await approval.UndoAsync(run, new Actor(caller.AccountId, caller.UserName), cancellationToken);
        return TypedResults.Ok(new UndoneAnswer(id, undone, left));
    }

    internal static IQueryable<ReviewRun> OfCaller(Caller caller, LearningDbContext db)
    {
        var (account, all) = (caller.AccountId, caller.IsAdministrator);
        return db.ReviewRuns.Where(run => run.Organisation == caller.Organisation && (all || run.By == account));
    }
}
