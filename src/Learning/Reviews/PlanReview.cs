using Learning.Data;
using Learning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Learning.Reviews;

/// <summary>What can be done with a plan, by whom it is done and what it was before. Every act is kept. The caller has checked who may act.</summary>
public sealed class PlanReview(LearningDbContext db, PlanDrafting drafting, TimeProvider time)
{
    /// <summary>Makes a plan and hands it in for review. Plans of this member that waited give way to it.</summary>
    /// <inheritdoc cref="PlanDrafting.DraftAsync" />
    public async Task<StoredPlan> DraftAsync(Actor actor, Guid member, DateOnly? from, int weeks, CancellationToken cancellationToken)
    {
        var plan = await drafting.DraftAsync(member, from, weeks, PlanWishes.None, cancellationToken);
        var waiting = await db.Plans.Where(old => old.MemberId == member
            && (old.State == PlanState.Drafted || old.State == PlanState.InReview || old.State == PlanState.Returned)).ToListAsync(cancellationToken);
        waiting.ForEach(old => Replace(old, actor));
        db.Plans.Add(plan);
        Keep(plan, actor, "drafted", "");
        plan.State = PlanState.InReview;
        plan.Version++;
        Keep(plan, actor, "handed-in", "");
        await db.SaveChangesAsync(cancellationToken);
        return plan;
    }

    /// <summary>Approves a plan that is in review; what the member followed before gives way to it.</summary>
    /// <exception cref="BrokenRule">The plan is not in review, or changed since the version that was looked at.</exception>
    public async Task<StoredPlan> ApproveAsync(Actor actor, Guid planId, int? version, string reason, DateOnly today, CancellationToken cancellationToken)
    {
        var plan = await FindAsync(planId, version, cancellationToken);
        Demand(plan, "approved", PlanState.InReview);
        var followed = await db.Plans.Where(old => old.MemberId == plan.MemberId && old.Id != plan.Id
            && (old.State == PlanState.Approved || old.State == PlanState.Active)).ToListAsync(cancellationToken);
        followed.ForEach(old => Replace(old, actor));
        plan.State = plan.From <= today ? PlanState.Active : PlanState.Approved;
        return await ActedAsync(plan, actor, "approved", reason, cancellationToken);
    }

    /// <summary>Gives a plan back with a reason.</summary>
    /// <exception cref="BrokenRule">The plan is not in review, or changed since the version that was looked at.</exception>
    public async Task<StoredPlan> ReturnAsync(Actor actor, Guid planId, int? version, string reason, CancellationToken cancellationToken)
    {
        var plan = await FindAsync(planId, version, cancellationToken);
        Demand(plan, "returned", PlanState.InReview);
        plan.State = PlanState.Returned;
        return await ActedAsync(plan, actor, "returned", reason, cancellationToken);
    }

    /// <summary>Fixes or rules out materials; the rest is planned again around them and proved.</summary>
    /// <exception cref="BrokenRule">The plan is over or replaced, changed since, or a wish can't be met.</exception>
    public async Task<StoredPlan> AdjustAsync(Actor actor, Guid planId, int? version, IReadOnlyList<StoredPin> pins, IReadOnlyList<Guid> bans, string reason, CancellationToken cancellationToken)
    {
        var plan = await FindAsync(planId, version, cancellationToken);
        Demand(plan, "adjusted", OpenPlans.States);
        await drafting.RedraftAsync(plan, PlanWishes.Of(plan, pins, bans), cancellationToken);
        if (plan.State is PlanState.Returned or PlanState.Drafted)
        {
            plan.State = PlanState.InReview;
        }

        Keep(plan, actor, "adjusted", reason);
        await db.SaveChangesAsync(cancellationToken);
        return plan;
    }

    /// <summary>Plans again every open plan that still holds a material that may no longer be studied.</summary>
    /// <returns>How many plans changed.</returns>
    public async Task<int> ReplaceInOpenPlansAsync(Actor actor, Guid material, string reason, CancellationToken cancellationToken)
    {
        var needle = material.ToString();
        var affected = await db.Plans.Where(plan => OpenPlans.States.Contains(plan.State)).ToListAsync(cancellationToken);
        var changed = 0;
        foreach (var plan in affected.Where(plan => plan.Items.Exists(item => item.Material.ToString() == needle)))
        {
            await drafting.RedraftAsync(plan, PlanWishes.Of(plan, [], []) with { Pins = [.. plan.Pins.Where(pin => pin.Material != material)] }, cancellationToken);
            Keep(plan, actor, "changed", reason);
            changed++;
        }

        await db.SaveChangesAsync(cancellationToken);
        return changed;
    }

    /// <summary>What was done with a plan, first first.</summary>
    public Task<List<ReviewAct>> HistoryAsync(Guid planId, CancellationToken cancellationToken) =>
        db.ReviewActs.AsNoTracking().Where(act => act.PlanId == planId).OrderBy(act => act.Version).ThenBy(act => act.Id).ToListAsync(cancellationToken);

    private static void Demand(StoredPlan plan, string act, params ReadOnlySpan<PlanState> states)
    {
        if (!states.Contains(plan.State))
        {
            throw new BrokenRule(
                "plan-state-forbids",
                $"A plan that is {PlanStates.NameOf(plan.State)} can't be {act}.",
                "Load the plan again: somebody else may have acted.",
                BrokenRuleKind.Conflict);
        }
    }

    private async Task<StoredPlan> FindAsync(Guid planId, int? version, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.FirstOrDefaultAsync(candidate => candidate.Id == planId, cancellationToken)
            ?? throw new BrokenRule("plan-unknown", $"There is no plan {planId}.", "Use an id from GET /plans.", BrokenRuleKind.NotFound);
        return version is null || version == plan.Version
            ? plan
            : throw new BrokenRule("plan-changed", $"You looked at version {version}; the plan is at version {plan.Version}.", "Load it again, look at what changed, and decide anew.", BrokenRuleKind.Conflict);
    }

    private void Replace(StoredPlan old, Actor actor)
    {
        old.State = PlanState.Replaced;
        old.Version++;
        old.ChangedAt = time.GetUtcNow();
        Keep(old, actor, "replaced", "");
    }

    private async Task<StoredPlan> ActedAsync(StoredPlan plan, Actor actor, string act, string reason, CancellationToken cancellationToken)
    {
        plan.Version++;
        plan.ChangedAt = time.GetUtcNow();
        Keep(plan, actor, act, reason);
        await db.SaveChangesAsync(cancellationToken);
        return plan;
    }

    private void Keep(StoredPlan plan, Actor actor, string act, string reason) => db.ReviewActs.Add(new ReviewAct
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        PlanId = plan.Id,
        By = actor.Account,
        ByName = actor.Name,
        At = time.GetUtcNow(),
        Act = act,
        Reason = reason,
        Version = plan.Version,
    });
}

/// <summary>Who acts.</summary>
/// <param name="Account">Id of the account.</param>
/// <param name="Name">Its name.</param>
public sealed record Actor(Guid Account, string Name);
