using System.ComponentModel.DataAnnotations;
using Learning.Data;
using Learning.Plans;
using Learning.Reviews;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Plans;

/// <summary>What is fixed and what is ruled out; the rest is planned again around it.</summary>
/// <param name="Pins">Materials fixed to a day.</param>
/// <param name="Bans">Materials ruled out.</param>
/// <param name="Reason">Why, for the history.</param>
public sealed record AdjustPlanRequest(
    [property: MaxLength(100)] IReadOnlyList<PinRequest>? Pins = null,
    [property: MaxLength(100)] IReadOnlyList<Guid>? Bans = null,
    [property: StringLength(1000)] string? Reason = null);

/// <summary>A material fixed to a day.</summary>
/// <param name="Material">The material.</param>
/// <param name="Date">The day, in the member's zone.</param>
/// <param name="Start">Start, local time; left out: anywhere on the day.</param>
public sealed record PinRequest(Guid Material, DateOnly Date, TimeOnly? Start = null);

/// <summary>A coordinator changes a plan.</summary>
internal static class AdjustPlan
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id}/adjust", Handle)
        .WithSummary("Fix or rule out materials and plan the rest again")
        .WithDescription("What need not move stays. What can't be respected comes back as unmet, and no plan leaves without passing its checks.")
        .WithRequestExample(new AdjustPlanRequest([], [Guid.Parse("01890000-0000-7000-8000-000000000001")], "这门课他上月刚听过"))
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static async Task<Ok<PlanView>> Handle(
        Guid id, AdjustPlanRequest request, HttpContext context, Caller caller, Scope scope, LearningDbContext db, PlanReview review, PlanViews views, CancellationToken cancellationToken)
    {
        var seen = await GetPlan.FindAsync(id, scope, db, cancellationToken);
        context.Request.MatchIfAsked(seen.Version);
        var pins = (request.Pins ?? []).Select(pin => new StoredPin(pin.Material, pin.Date, pin.Start)).DistinctBy(pin => pin.Material).ToList();
        var plan = await review.AdjustAsync(new Actor(caller.AccountId, caller.UserName), id, seen.Version, pins, [.. (request.Bans ?? []).Distinct()], request.Reason ?? "", cancellationToken);
        return await views.AnswerAsync(plan, context, cancellationToken);
    }
}
