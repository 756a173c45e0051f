using Learning.Data;
using Learning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Learning.Reviews;

/// <summary>Approves what a policy lets pass, shows first what that would be, draws the audits, and takes it all back when asked. Whoever calls says which plans are in reach.</summary>
public sealed class PolicyApproval(LearningDbContext db, PlanReview review, TimeProvider time)
{
    /// <summary>What a policy would do with the plans in review that are in reach.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="inReach">Plans the caller may decide.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IReadOnlyList<PolicyVerdict>> PreviewAsync(ReviewPolicy policy, IQueryable<StoredPlan> inReach, CancellationToken cancellationToken)
    {
        var plans = await inReach.AsNoTracking().Where(plan => plan.State == PlanState.InReview).OrderBy(plan => plan.Doubt).ThenBy(plan => plan.Id).ToListAsync(cancellationToken);
        return [.. plans.Select(plan => new PolicyVerdict(plan, PolicyRules.Refusals(policy, plan)))];
    }

    /// <summary>Approves everything that passes, at once: all of it or nothing.</summary>
    /// <exception cref="BrokenRule">The policy is off.</exception>
    public async Task<ReviewRun> RunAsync(ReviewPolicy policy, IQueryable<StoredPlan> inReach, Actor actor, DateOnly today, CancellationToken cancellationToken)
    {
        if (!policy.On)
        {
            throw new BrokenRule("policy-off", $"The policy {policy.Key} is off.", "An administrator can switch it on again, having looked at the audit that disagreed.", BrokenRuleKind.Conflict);
        }

        await using var turn = await db.Database.BeginTransactionAsync(cancellationToken);
        var passed = (await PreviewAsync(policy, inReach, cancellationToken)).Where(verdict => verdict.Passes).Select(verdict => verdict.Plan.Id).ToList();
        var run = new ReviewRun
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Organisation = policy.Organisation,
            Policy = policy.Key,
            PolicyVersion = policy.Version,
            By = actor.Account,
            ByName = actor.Name,
            At = time.GetUtcNow(),
            Items = [.. await review.ApproveAllAsync(actor, passed, $"policy:{policy.Key}", today, cancellationToken)],
        };
        db.ReviewRuns.Add(run);
        db.ReviewAudits.AddRange(PolicyRules.Sample(policy, passed).Select(plan => new ReviewAudit { Id = Guid.CreateVersion7(run.At), RunId = run.Id, PlanId = plan, Policy = policy.Key, At = run.At }));
        await db.SaveChangesAsync(cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return run;
    }

    /// <summary>Puts the plans of a run back into review, and what gave way to them back where it stood. Plans that changed since are left alone.</summary>
    /// <returns>How many plans went back, and how many were left alone.</returns>
    /// <exception cref="BrokenRule">It was undone already.</exception>
    public async Task<(int Undone, int Left)> UndoAsync(ReviewRun run, Actor actor, CancellationToken cancellationToken)
    {
        if (run.UndoneAt is not null)
        {
            throw new BrokenRule("run-undone", "This bulk approval was undone already.", "Nothing is left to do.", BrokenRuleKind.Conflict);
        }

        await using var turn = await db.Database.BeginTransactionAsync(cancellationToken);
        var undone = 0;
        foreach (var item in run.Items)
        {
            undone += await review.ReopenAsync(actor, item, "undo", cancellationToken) ? 1 : 0;
        }

        run.UndoneAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return (undone, run.Items.Count - undone);
    }

    /// <summary>Keeps what a person says about a plan that was drawn. Who disagrees puts the plan back into review and switches the policy off.</summary>
    /// <exception cref="BrokenRule">Somebody has looked already.</exception>
    public async Task LookAsync(ReviewAudit audit, ReviewRun run, bool agreed, string note, Actor actor, CancellationToken cancellationToken)
    {
        if (audit.Agreed is not null)
        {
            throw new BrokenRule("audit-done", "Somebody has looked at this plan already.", "Load the audits again.", BrokenRuleKind.Conflict);
        }

        (audit.Agreed, audit.Note, audit.By, audit.ByName, audit.LookedAt) = (agreed, note, actor.Account, actor.Name, time.GetUtcNow());
        if (!agreed)
        {
            if (run.Items.Find(item => item.Plan == audit.PlanId) is { } item)
            {
                await review.ReopenAsync(actor, item, note, cancellationToken);
            }

            await db.ReviewPolicies.Where(policy => policy.Organisation == run.Organisation && policy.Key == run.Policy)
                .ExecuteUpdateAsync(set => set.SetProperty(policy => policy.On, false).SetProperty(policy => policy.Version, policy => policy.Version + 1), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>What a policy says of a plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Refusals">What keeps it from passing; empty when it passes.</param>
public sealed record PolicyVerdict(StoredPlan Plan, IReadOnlyList<string> Refusals)
{
    /// <summary>Whether it passes.</summary>
    public bool Passes => Refusals.Count == 0;
}
