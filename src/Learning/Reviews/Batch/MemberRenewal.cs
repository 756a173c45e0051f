using Learning.Candidates;
using Learning.Data;
using Learning.Members;
using Learning.Plans;
using Learning.Plans.Changes;
using Learning.Plans.Solving;
using Microsoft.EntityFrameworkCore;

namespace Learning.Reviews.Batch;

/// <summary>Decides, for a member of a run that renews, whether the plan needs it, and makes the next one or the same again. Nothing is saved here.</summary>
internal sealed class MemberRenewal(LearningDbContext db, RequestReader reader, PlanReview review, PlanRecheck recheck, int daysBefore)
{
    /// <summary>Plans that are followed, or were until they ended.</summary>
    public static readonly PlanState[] Followed = [PlanState.Approved, PlanState.Active, PlanState.Finished];

    /// <summary>Plans at which a coordinator is.</summary>
    public static readonly PlanState[] Waiting = [PlanState.Drafted, PlanState.InReview, PlanState.Returned];

    /// <summary>Makes what is needed.</summary>
    /// <returns>The plan that is new or was made again; null: it stays as it is.</returns>
    /// <exception cref="BrokenRule">The member is gone, or no plan could be made.</exception>
    public async Task<StoredPlan?> PrepareAsync(PlanRun run, Guid member, CancellationToken cancellationToken)
    {
        var asked = await reader.ReadAsync(member, language: null, query: null, cancellationToken);
        var plans = await db.Plans.Where(plan => plan.MemberId == member && plan.State != PlanState.Replaced).ToListAsync(cancellationToken);
        if (plans.Exists(plan => Waiting.Contains(plan.State)) || plans.OrderBy(plan => plan.State != PlanState.Finished).ThenBy(plan => plan.Until).LastOrDefault() is not { } last)
        {
            return null;
        }

        var actor = new Actor(run.By, run.ByName);
        return last.State == PlanState.Finished || last.Until < run.From.AddDays(daysBefore)
            ? await review.PrepareAsync(actor, member, run.From, last.Weeks, SolverEffort.Brisk, cancellationToken)
            : await RenewedAsync(actor, last, asked, cancellationToken);
    }

    private async Task<StoredPlan?> RenewedAsync(Actor actor, StoredPlan plan, MemberRequest asked, CancellationToken cancellationToken)
    {
        var today = asked.Request.Today;
        var at = await db.ReviewActs.Where(act => act.PlanId == plan.Id && act.Act == PlanReview.Renewed).MaxAsync(act => (DateTimeOffset?)act.At, cancellationToken);
        var missed = MissedLessons.Count(plan, at is { } renewed ? LocalDay.Of(renewed, asked.Member.TimeZone) : plan.From, today, id => IsGone(id, asked));
        if (missed == 0 && (await recheck.FaultsAsync(plan, cancellationToken)).Count == 0)
        {
            return null;
        }

        var before = Places(plan, today);
        await review.PrepareRenewalAsync(actor, plan, "", cancellationToken);

        // What can't be mended is not told anew every night.
        return missed == 0 && before.SetEquals(Places(plan, today)) ? null : plan;
    }

    /// <summary>Whether nothing is left to learn of it: it is done, or no longer offered.</summary>
    private static bool IsGone(Guid material, MemberRequest asked) =>
        asked.Request.Catalogue.ById.GetValueOrDefault(material) is not { IsWithdrawn: false } entry || asked.History.LessonsDone.Contains(entry.Lesson);

    private static HashSet<(Guid, DateOnly, TimeOnly)> Places(StoredPlan plan, DateOnly from) => [.. plan.Items.Where(item => item.Date >= from).Select(item => (item.Material, item.Date, item.Start))];
}
