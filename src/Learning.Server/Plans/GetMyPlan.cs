using Learning.Data;
using Learning.Plans;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Plans;

/// <summary>The plan the caller follows.</summary>
internal static class GetMyPlan
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/me/plan", Handle)
        .WithSummary("My plan")
        .WithDescription("The active one, else the approved one, else the one that waits for a coordinator.")
        .Refuses(StatusCodes.Status404NotFound);

    private static async Task<Ok<PlanView>> Handle(HttpContext context, Caller caller, LearningDbContext db, PlanViews views, PlanToday today, CancellationToken cancellationToken)
    {
        await OpenPlans.AdvanceAsync(db, today.Date, cancellationToken);
        var plan = await OpenPlans.OfMemberAsync(db, caller.RequiredMemberId, cancellationToken)
            ?? throw new BrokenRule("no-plan-yet", "There is no plan yet.", "Make one: POST /members/{id}/plans.", BrokenRuleKind.NotFound);
        context.Response.Tag(plan.Version);
        return TypedResults.Ok(await views.OfAsync(plan, context, cancellationToken) with { Reminder = await views.ReminderAsync(plan, context, cancellationToken) });
    }
}
