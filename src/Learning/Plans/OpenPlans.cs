using Learning.Data;
using Microsoft.EntityFrameworkCore;

namespace Learning.Plans;

/// <summary>Which plans are open, and what time does to them.</summary>
public static class OpenPlans
{
    /// <summary>States of plans that somebody may still follow.</summary>
    public static readonly PlanState[] States = [PlanState.Drafted, PlanState.InReview, PlanState.Returned, PlanState.Approved, PlanState.Active];

    /// <summary>Lets time pass: approved plans that have begun are active, active plans that are over are finished. As often as one likes.</summary>
    public static async Task AdvanceAsync(LearningDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        await db.Plans.Where(plan => plan.State == PlanState.Approved && plan.From <= today)
            .ExecuteUpdateAsync(set => set.SetProperty(plan => plan.State, PlanState.Active), cancellationToken);
        await db.Plans.Where(plan => plan.State == PlanState.Active && plan.Until < today)
            .ExecuteUpdateAsync(set => set.SetProperty(plan => plan.State, PlanState.Finished), cancellationToken);
    }

    /// <summary>The plan a member follows: the active one, else the approved, else the latest that waits.</summary>
    public static async Task<StoredPlan?> OfMemberAsync(LearningDbContext db, Guid member, CancellationToken cancellationToken)
    {
        var plans = await db.Plans.AsNoTracking().Where(plan => plan.MemberId == member && States.Contains(plan.State)).ToListAsync(cancellationToken);
        return plans.OrderByDescending(plan => plan.State switch { PlanState.Active => 2, PlanState.Approved => 1, _ => 0 })
            .ThenByDescending(plan => plan.Id).FirstOrDefault();
    }
}
