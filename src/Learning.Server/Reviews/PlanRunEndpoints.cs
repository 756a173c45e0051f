using System.ComponentModel.DataAnnotations;
using Hangfire;
using Learning.Data;
using Learning.Plans;
using Learning.Reviews;
using Learning.Reviews.Batch;
using Learning.Server.Conventions;
using Learning.Server.Errors;
using Learning.Server.Jobs;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Reviews;

/// <summary>Whose plans to make: everybody's whom the caller looks after.</summary>
/// <param name="From">First day; left out: tomorrow.</param>
/// <param name="Weeks">Weeks, 1–26; 4 when left out.</param>
/// <param name="Again">Whether members whose open plan covers the first day get a new one as well; left out: theirs stays.</param>
public sealed record AskPlanRunRequest(DateOnly? From = null, [property: Range(1, PlanDrafting.MostWeeks)] int? Weeks = null, bool? Again = null);

/// <summary>Plans many members beside the requests: asked for, looked at, stopped.</summary>
internal static class PlanRunEndpoints
{
    private const int UsualWeeks = PlanDrafting.UsualWeeks;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/plan-runs", Ask)
            .WithSummary("Plan all members I look after")
            .WithDescription("Administrators plan the organisation, coordinators their groups. It is done beside the requests, once, also when the server is stopped meanwhile; who asks the same again while it runs gets the one that is there. The plans wait for review.")
            .WithRequestExample(new AskPlanRunRequest(new DateOnly(2027, 1, 4), 4))
            .Refuses(StatusCodes.Status404NotFound);
        group.MapGet("/plan-runs", List).WithSummary("List plannings of many members").WithDescription("Administrators see all of the organisation, also what renews plans by night; coordinators their own.");
        group.MapGet("/plan-runs/{id}", Get).WithSummary("How far the planning of many members is, and what came of it").Refuses(StatusCodes.Status404NotFound);
        group.MapPost("/plan-runs/{id}/cancel", Cancel)
            .WithSummary("Stop the planning of many members")
            .WithDescription("What is planned stands; nobody else is begun. One that has ended stays as it is.")
            .Refuses(StatusCodes.Status404NotFound);
    }

    private static async Task<Accepted<PlanRunAnswer>> Ask(
        AskPlanRunRequest request, Caller caller, Scope scope, LearningDbContext db, PlanRuns runs, IBackgroundJobClient jobs, HttpContext context, CancellationToken cancellationToken)
    {
        var wish = new PlanRunWish(caller.Organisation, request.From, request.Weeks ?? UsualWeeks, request.Again ?? false);
        var run = await runs.AskAsync(new Actor(caller.AccountId, caller.UserName), wish, scope.LookedAfter, cancellationToken);
        jobs.Enqueue<PlanRunJob>(job => job.DoAsync(run.Id, CancellationToken.None));
        return TypedResults.Accepted($"/api/v1/plan-runs/{run.Id}", PlanRunAnswer.Of(await PlanRunReport.ReadAsync(db, run, cancellationToken), context.Language()));
    }

    private static async Task<Ok<Page<PlanRunView>>> List([AsParameters] PageQuery page, Caller caller, LearningDbContext db, CancellationToken cancellationToken)
    {
        var after = page.After;
        var runs = await OfCaller(caller, db).Where(run => run.Id > after).OrderBy(run => run.Id).Take(page.SizeAndOne)
            .Select(run => new { Run = run, Waiting = db.PlanRunMembers.Count(line => line.RunId == run.Id && line.Status == PlanRunMemberStatus.Waiting) }).ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(runs, page.Size, row => row.Run.Id).Select(row => PlanRunView.Of(row.Run, row.Run.Members - row.Waiting)));
    }

    private static async Task<Ok<PlanRunAnswer>> Get(Guid id, Caller caller, LearningDbContext db, HttpContext context, CancellationToken cancellationToken) =>
        TypedResults.Ok(PlanRunAnswer.Of(await PlanRunReport.ReadAsync(db, await FindAsync(id, caller, db, cancellationToken), cancellationToken), context.Language()));

    private static async Task<Ok<PlanRunAnswer>> Cancel(Guid id, Caller caller, LearningDbContext db, PlanRuns runs, HttpContext context, CancellationToken cancellationToken)
    {
        await FindAsync(id, caller, db, cancellationToken);
        await runs.CancelAsync(id, cancellationToken);
        return await Get(id, caller, db, context, cancellationToken);
    }

    private static async Task<PlanRun> FindAsync(Guid id, Caller caller, LearningDbContext db, CancellationToken cancellationToken) =>
        await OfCaller(caller, db).FirstOrDefaultAsync(run => run.Id == id, cancellationToken)
        ?? throw new BrokenRule("plan-run-unknown", $"There is no planning {id} for you.", "GET /plan-runs lists them.", BrokenRuleKind.NotFound);

    private static IQueryable<PlanRun> OfCaller(Caller caller, LearningDbContext db)
    {
        var (account, all) = (caller.AccountId, caller.IsAdministrator);
        return db.PlanRuns.AsNoTracking().Where(run => run.Organisation == caller.Organisation && (all || run.By == account));
    }
}
