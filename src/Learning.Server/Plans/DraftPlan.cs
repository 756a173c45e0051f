using System.ComponentModel.DataAnnotations;
using Learning.Plans;
using Learning.Reviews;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Plans;

/// <summary>Which weeks to plan.</summary>
/// <param name="From">First day; left out: tomorrow where the member lives.</param>
/// <param name="Weeks">Weeks, 1–26; 4 when left out.</param>
public sealed record DraftPlanRequest(DateOnly? From = null, [property: Range(1, PlanDrafting.MostWeeks)] int? Weeks = null);

/// <summary>Makes a plan and hands it in for review.</summary>
internal static class DraftPlan
{
    private const int UsualWeeks = PlanDrafting.UsualWeeks;

    public static void Map(RouteGroupBuilder group) => group.MapPost("/members/{id}/plans", Handle)
        .WithSummary("Make a plan and hand it in for review")
        .WithDescription("Dated, within the member's own hours, proved by the checker. It waits for a coordinator; plans of this member that waited give way to it.")
        .WithRequestExample(new DraftPlanRequest(new DateOnly(2027, 1, 4), 12))
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static async Task<Created<PlanView>> Handle(
        Guid id, DraftPlanRequest request, HttpContext context, Caller caller, Scope scope, PlanReview review, PlanViews views, CancellationToken cancellationToken)
    {
        await scope.RequireMemberAsync(id, cancellationToken);
        var plan = await review.DraftAsync(new Actor(caller.AccountId, caller.UserName), id, request.From, request.Weeks ?? UsualWeeks, cancellationToken);
        context.Response.Tag(plan.Version);
        return TypedResults.Created($"/api/v1/plans/{plan.Id}", await views.OfAsync(plan, context, cancellationToken));
    }
}
