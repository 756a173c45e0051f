using System.ComponentModel.DataAnnotations;
using Learning.Data;
using Learning.Reviews;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Plans;

/// <summary>Why a plan is made again.</summary>
/// <param name="Reason">In words, for the history; may be left out.</param>
public sealed record RenewPlanRequest([property: StringLength(1000)] string? Reason = null);

/// <summary>Makes what is left of a plan again, because life has changed.</summary>
internal static class RenewPlan
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/plans/{id}/renew", Handle)
        .WithSummary("Plan again what is left, because life has changed")
        .WithDescription("Other free times, lessons missed, learned or withdrawn: what was missed finds new days under the daily cap, what need not move stays, and changes says what became of each lesson and why. A plan of which much changes waits for a coordinator again.")
        .WithRequestExample(new RenewPlanRequest("这周换了夜班"))
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static async Task<Ok<PlanView>> Handle(
        Guid id, RenewPlanRequest? request, HttpContext context, Caller caller, Scope scope, LearningDbContext db, PlanReview review, PlanViews views, CancellationToken cancellationToken)
    {
        var seen = await GetPlan.FindAsync(id, scope, db, cancellationToken);
        context.Request.MatchIfAsked(seen.Version);
        var plan = await review.RenewAsync(new Actor(caller.AccountId, caller.UserName), id, seen.Version, request?.Reason ?? "", cancellationToken);
        return await views.AnswerAsync(plan, context, cancellationToken);
    }
}
