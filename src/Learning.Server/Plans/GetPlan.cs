using Learning.Data;
using Learning.Plans;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Plans;

/// <summary>One plan.</summary>
internal static class GetPlan
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/plans/{id}", Handle)
        .WithSummary("Read a plan")
        .Refuses(StatusCodes.Status404NotFound);

    private static async Task<Ok<PlanView>> Handle(Guid id, HttpContext context, Scope scope, LearningDbContext db, PlanViews views, PlanToday today, CancellationToken cancellationToken)
    {
        await OpenPlans.AdvanceAsync(db, today.Date, cancellationToken);
        return await views.AnswerAsync(await FindAsync(id, scope, db, cancellationToken), context, cancellationToken);
    }

    /// <summary>The plan, where the caller may see it. What is out of scope looks like what does not exist.</summary>
    internal static async Task<StoredPlan> FindAsync(Guid id, Scope scope, LearningDbContext db, CancellationToken cancellationToken)
    {
        var unknown = new BrokenRule("plan-unknown", $"There is no plan {id} for you.", "Use an id from GET /plans.", BrokenRuleKind.NotFound)
        {
            Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = id },
        };
        var plan = await db.Plans.AsNoTracking().FirstOrDefaultAsync(candidate => candidate.Id == id, cancellationToken) ?? throw unknown;
        return await scope.CoversMemberAsync(plan.MemberId, cancellationToken) ? plan : throw unknown;
    }
}
