using Learning.Data;
using Learning.Plans;
using Learning.Server.Plans;
using Learning.Server.Reviews;
using Learning.Server.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Coordinator;

/// <summary>A plan that waits for a coordinator.</summary>
/// <param name="Plan">The plan, with the causes for doubt.</param>
/// <param name="Name">The member's name.</param>
internal sealed record Waiting(StoredPlan Plan, string Name);

/// <summary>The plans that wait for a coordinator, the doubtful first.</summary>
internal sealed class ReviewQueue(LearningDbContext db, Scope scope, PlanToday today)
{
    /// <summary>Everything that waits in the coordinator's groups.</summary>
    public async Task<IReadOnlyList<Waiting>> ReadAsync(CancellationToken cancellationToken)
    {
        await OpenPlans.AdvanceAsync(db, today.Date, cancellationToken);
        var rows = await (
            from plan in ApproveByPolicy.InReach(scope, db).AsNoTracking()
            join member in db.Members on plan.MemberId equals member.Id
            where plan.State == PlanState.InReview
            orderby plan.Doubt descending, plan.Id
            select new { Plan = plan, member.Name }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new Waiting(row.Plan, row.Name));
    }

    /// <summary>Members without any open plan.</summary>
    public IQueryable<Learning.Members.Member> WithoutPlan => scope.LookedAfter.Where(member => !db.Plans.Any(plan => plan.MemberId == member.Id && OpenPlans.States.Contains(plan.State)));
}
