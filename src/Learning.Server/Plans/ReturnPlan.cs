using System.ComponentModel.DataAnnotations;
using Learning.Data;
using Learning.Plans;
using Learning.Reviews;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Plans;

/// <summary>Why a plan is given back.</summary>
/// <param name="Reason">In words. Times that it rules out ("周末要值班", "not free on Sundays") are obeyed by the next plan.</param>
/// <param name="Unsuitable">Materials that the next plan must not hold.</param>
/// <param name="DailyCapMinutes">Most minutes of a day in the next plan; left out: as the member said.</param>
public sealed record ReturnPlanRequest(
    [property: Required, StringLength(1000, MinimumLength = 1)] string Reason,
    [property: MaxLength(100)] IReadOnlyList<Guid>? Unsuitable = null,
    [property: Range(5, 480)] int? DailyCapMinutes = null);

/// <summary>A coordinator gives a plan back.</summary>
internal static class ReturnPlan
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id}/return", Handle)
        .WithSummary("Give a plan back with a reason that the next plan obeys")
        .WithDescription("What the next plan obeys stands in terms of the answer: materials ruled out, times of the week, a daily cap.")
        .WithRequestExample(new ReturnPlanRequest("周末要值班，请换到平日"))
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static async Task<Ok<PlanView>> Handle(
        Guid id, ReturnPlanRequest request, HttpContext context, Caller caller, Scope scope, LearningDbContext db, PlanReview review, PlanViews views, CancellationToken cancellationToken)
    {
        var seen = await GetPlan.FindAsync(id, scope, db, cancellationToken);
        context.Request.MatchIfAsked(seen.Version);
        var plan = await review.ReturnAsync(new Actor(caller.AccountId, caller.UserName), id, seen.Version, request.Reason, ReturnTerms.Of(request.Reason, request.Unsuitable ?? [], request.DailyCapMinutes), cancellationToken);
        return await views.AnswerAsync(plan, context, cancellationToken);
    }
}
