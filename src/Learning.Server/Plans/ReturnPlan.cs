using System.ComponentModel.DataAnnotations;
using Learning.Data;
using Learning.Reviews;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Plans;

/// <summary>Why a plan is given back.</summary>
/// <param name="Reason">In words.</param>
public sealed record ReturnPlanRequest([property: Required, StringLength(1000, MinimumLength = 1)] string Reason);

/// <summary>A coordinator gives a plan back.</summary>
internal static class ReturnPlan
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id}/return", Handle)
        .WithSummary("Give a plan back with a reason")
        .WithRequestExample(new ReturnPlanRequest("周末要值班，请换到平日"))
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static async Task<Ok<PlanView>> Handle(
        Guid id, ReturnPlanRequest request, HttpContext context, Caller caller, Scope scope, LearningDbContext db, PlanReview review, PlanViews views, CancellationToken cancellationToken)
    {
        var seen = await GetPlan.FindAsync(id, scope, db, cancellationToken);
        context.Request.MatchIfAsked(seen.Version);
        var plan = await review.ReturnAsync(new Actor(caller.AccountId, caller.UserName), id, seen.Version, request.Reason, cancellationToken);
        return await views.AnswerAsync(plan, context, cancellationToken);
    }
}
