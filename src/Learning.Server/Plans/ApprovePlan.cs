using System.ComponentModel.DataAnnotations;
using Learning.Data;
using Learning.Reviews;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Plans;

/// <summary>An approval.</summary>
/// <param name="Reason">A word to the member; may be left out.</param>
public sealed record ApprovePlanRequest([property: StringLength(1000)] string? Reason = null);

/// <summary>A coordinator says yes.</summary>
internal static class ApprovePlan
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id}/approve", Handle)
        .WithSummary("Approve a plan that is in review")
        .WithDescription("If-Match may name the version you looked at; then a plan that changed since is not approved.")
        .WithRequestExample(new ApprovePlanRequest("周三晚上别太赶"))
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static async Task<Ok<PlanView>> Handle(
        Guid id, ApprovePlanRequest? request, HttpContext context, Caller caller, Scope scope, LearningDbContext db, PlanReview review, PlanViews views, PlanToday today, CancellationToken cancellationToken)
    {
        var seen = await GetPlan.FindAsync(id, scope, db, cancellationToken);
        context.Request.MatchIfAsked(seen.Version);
        var plan = await review.ApproveAsync(new Actor(caller.AccountId, caller.UserName), id, seen.Version, request?.Reason ?? "", today.Date, cancellationToken);
        return await views.AnswerAsync(plan, context, cancellationToken);
    }
}
