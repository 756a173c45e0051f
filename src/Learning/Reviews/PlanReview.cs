using Learning.Data;
using Learning.Members;
using Learning.Plans;
using Learning.Plans.Solving;
using Microsoft.EntityFrameworkCore;

namespace Learning.Reviews;

/// <summary>What can be done with a plan, by whom it is done and what it was before. Every act is kept. The caller has checked who may act.</summary>
public sealed class PlanReview(LearningDbContext db, PlanDrafting drafting, TimeProvider time, IdSource ids)
{
    /// <summary>Name of the act with which a policy approves.</summary>
    public const string ApprovedByPolicy = "approved-by-policy";

    /// <summary>Name of the act with which what is left of a plan is made again.</summary>
    public const string Renewed = "renewed";

    /// <summary>Longest reason that is kept.</summary>
    public const int LongestReason = 1000;

    /// <summary>Makes a plan and hands it in for review. Plans of this member that waited give way to it.</summary>
    /// <inheritdoc cref="PlanDrafting.DraftAsync" />
    public async Task<StoredPlan> DraftAsync(Actor actor, Guid member, DateOnly? from, int weeks, CancellationToken cancellationToken)
    {
        var plan = await PrepareAsync(actor, member, from, weeks, SolverEffort.Brisk, cancellationToken);

        // Somebody may have handed in another while this one was solved: of two only the later one waits.
        await using var turn = await db.Database.BeginTransactionAsync(cancellationToken);
        (await WaitingAsync(member, cancellationToken)).Where(old => old.Id != plan.Id && old.State != PlanState.Replaced).ToList().ForEach(old => Replace(old, actor));
        await db.SaveChangesAsync(cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return plan;
    }

    /// <summary>The same, for the caller to save together with what belongs to it.</summary>
    internal async Task<StoredPlan> PrepareAsync(Actor actor, Guid member, DateOnly? from, int weeks, SolverEffort effort, CancellationToken cancellationToken)
    {
        // What a coordinator gave back is given back with terms, and the next plan obeys them.
        var returned = await db.Plans.AsNoTracking().Where(old => old.MemberId == member && old.State == PlanState.Returned).OrderByDescending(old => old.ChangedAt).FirstOrDefaultAsync(cancellationToken);
        var plan = await drafting.DraftAsync(member, from, weeks, PlanWishes.After(returned), effort, await FollowedAsync(member, from, cancellationToken), cancellationToken);
        (await WaitingAsync(member, cancellationToken)).ForEach(old => Replace(old, actor));
        db.Plans.Add(plan);
        Keep(plan, actor, "drafted", "");
        plan.State = PlanState.InReview;
        plan.Version++;
        Keep(plan, actor, "handed-in", "");
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

    /// <summary>Approves plans that are in review, all at once, within the caller's transaction.</summary>
    /// <returns>What it would take to undo it.</returns>
    internal async Task<IReadOnlyList<ReviewRunItem>> ApproveAllAsync(Actor actor, IReadOnlyList<Guid> plans, string reason, DateOnly today, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var items = new List<ReviewRunItem>();
        foreach (var some in plans.Chunk(200))
        {
            var approved = await db.Plans.AsNoTracking().Where(plan => some.Contains(plan.Id)).Select(plan => new { plan.Id, plan.MemberId, plan.Version, plan.From }).ToListAsync(cancellationToken);
            var members = approved.ConvertAll(plan => plan.MemberId);
            var followed = await db.Plans.AsNoTracking().Where(plan => members.Contains(plan.MemberId) && (plan.State == PlanState.Approved || plan.State == PlanState.Active))
                .Select(plan => new { plan.Id, plan.MemberId, plan.State, plan.Version }).ToListAsync(cancellationToken);
            var old = followed.ConvertAll(plan => plan.Id);
            await db.Plans.Where(plan => old.Contains(plan.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(plan => plan.State, PlanState.Replaced).SetProperty(plan => plan.Version, plan => plan.Version + 1).SetProperty(plan => plan.ChangedAt, now), cancellationToken);
            await db.Plans.Where(plan => some.Contains(plan.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(plan => plan.State, plan => plan.From <= today ? PlanState.Active : PlanState.Approved).SetProperty(plan => plan.Version, plan => plan.Version + 1).SetProperty(plan => plan.ChangedAt, now), cancellationToken);
            followed.ForEach(plan => Keep(plan.Id, plan.Version + 1, actor, "replaced", reason, now));
            foreach (var plan in approved)
            {
                Keep(plan.Id, plan.Version + 1, actor, ApprovedByPolicy, reason, now);
                items.Add(new ReviewRunItem(plan.Id, plan.Version + 1, [.. followed.Where(one => one.MemberId == plan.MemberId).Select(one => new ReplacedPlan(one.Id, one.State, one.Version + 1))]));
            }
        }

        return items;
    }

    /// <summary>Puts a plan that a policy approved back into review, and what gave way to it back where it stood; the caller saves.</summary>
    /// <returns>False: it changed since, or another plan of the member waits, and it is left alone.</returns>
    internal async Task<bool> ReopenAsync(Actor actor, ReviewRunItem item, string reason, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.FirstOrDefaultAsync(one => one.Id == item.Plan, cancellationToken);
        if (plan is null || plan.Version != item.Version || plan.State is not (PlanState.Approved or PlanState.Active)
            || await db.Plans.AnyAsync(other => other.MemberId == plan.MemberId && other.State == PlanState.InReview, cancellationToken))
        {
            return false;
        }

        var gaveWay = item.Replaced.ToDictionary(old => old.Plan);
        var replaced = item.Replaced.ConvertAll(old => old.Plan);
        foreach (var old in await db.Plans.Where(one => replaced.Contains(one.Id) && one.State == PlanState.Replaced).ToListAsync(cancellationToken))
        {
            if (old.Version == gaveWay[old.Id].Version)
            {
                Turn(old, gaveWay[old.Id].State, actor, "restored", reason);
            }
        }

        Turn(plan, PlanState.InReview, actor, "reopened", reason);
        return true;
    }

    /// <summary>Gives a plan back with a reason, and with terms that the next plan obeys.</summary>
    /// <exception cref="BrokenRule">The plan is not in review, or changed since the version that was looked at.</exception>
    public async Task<StoredPlan> ReturnAsync(Actor actor, Guid planId, int? version, string reason, ReturnTerms terms, CancellationToken cancellationToken)
    {
        var plan = await FindAsync(planId, version, cancellationToken);
        Demand(plan, "returned", PlanState.InReview);
        await DemandKnownAsync(terms.Bans, cancellationToken);
        plan.State = PlanState.Returned;
        plan.Terms = terms;
        return await ActedAsync(plan, actor, "returned", reason, cancellationToken);
    }

    /// <summary>Fixes or rules out materials; the rest is planned again around them and proved.</summary>
    /// <exception cref="BrokenRule">The plan is over or replaced, changed since, or a wish can't be met.</exception>
    public async Task<StoredPlan> AdjustAsync(Actor actor, Guid planId, int? version, IReadOnlyList<StoredPin> pins, IReadOnlyList<Guid> bans, string reason, CancellationToken cancellationToken)
    {
        var plan = await FindAsync(planId, version, cancellationToken);
        Demand(plan, "adjusted", OpenPlans.States);
        await DemandDaysAsync(plan, pins, cancellationToken);
        await drafting.RedraftAsync(plan, PlanWishes.Of(plan, pins, bans), cancellationToken);
        if (plan.State is PlanState.Returned or PlanState.Drafted)
        {
            plan.State = PlanState.InReview;
        }

        Keep(plan, actor, "adjusted", reason);
        await db.SaveChangesAsync(cancellationToken);
        return plan;
    }

    /// <summary>Plans what is left of a plan again, because life has changed: what was missed finds new days, what need not move stays. A plan of which much changes goes back into review.</summary>
    /// <exception cref="BrokenRule">The plan is over or replaced, or changed since the version that was looked at.</exception>
    public async Task<StoredPlan> RenewAsync(Actor actor, Guid planId, int? version, string reason, CancellationToken cancellationToken)
    {
        var plan = await FindAsync(planId, version, cancellationToken);
        await PrepareRenewalAsync(actor, plan, reason, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return plan;
    }

    /// <summary>The same, for the caller to save together with what belongs to it.</summary>
    internal async Task PrepareRenewalAsync(Actor actor, StoredPlan plan, string reason, CancellationToken cancellationToken)
    {
        Demand(plan, Renewed, PlanState.InReview, PlanState.Approved, PlanState.Active);
        await drafting.RedraftAsync(plan, PlanWishes.Of(plan, [], []), cancellationToken);
        if (plan.Causes.Exists(cause => cause.Kind == PlanDoubts.BigChange))
        {
            plan.State = PlanState.InReview;
        }

        Keep(plan, actor, Renewed, reason);
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

    /// <summary>A lesson can be fixed to a day of the plan that is still to come; elsewhere it would stand nowhere, and nobody would be told.</summary>
    private async Task DemandDaysAsync(StoredPlan plan, IReadOnlyList<StoredPin> pins, CancellationToken cancellationToken)
    {
        var zone = await db.Members.Where(member => member.Id == plan.MemberId).Select(member => member.TimeZone).SingleAsync(cancellationToken);
        var today = LocalDay.Of(time.GetUtcNow(), zone);
        var first = plan.From > today ? plan.From : today;
        if (pins.FirstOrDefault(pin => (pin.Date < first || pin.Date > plan.Until) && !plan.Pins.Contains(pin)) is { } stray)
        {
            throw new BrokenRule("pin-day-invalid", $"Nothing can be fixed to {Sentence.Day(stray.Date, "en")}: the plan has the days from {Sentence.Day(first, "en")} to {Sentence.Day(plan.Until, "en")}.", "Choose one of these days.")
            {
                Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["day"] = $"{stray.Date:yyyy-MM-dd}", ["from"] = $"{first:yyyy-MM-dd}", ["until"] = $"{plan.Until:yyyy-MM-dd}" },
            };
        }
    }

    private async Task DemandKnownAsync(List<Guid> materials, CancellationToken cancellationToken)
    {
        var known = await db.Materials.CountAsync(material => materials.Contains(material.Id), cancellationToken);
        if (known < materials.Count)
        {
            throw new BrokenRule("material-unknown", "One of the materials does not exist.", "Use ids of the plan's items.");
        }
    }

    /// <summary>The plan a member follows, where it reaches into a time.</summary>
    private Task<StoredPlan?> FollowedAsync(Guid member, DateOnly? from, CancellationToken cancellationToken) => db.Plans.AsNoTracking()
        .Where(old => old.MemberId == member && (old.State == PlanState.Approved || old.State == PlanState.Active) && (from == null || old.Until >= from))
        .OrderByDescending(old => old.Id).FirstOrDefaultAsync(cancellationToken);

    private Task<List<StoredPlan>> WaitingAsync(Guid member, CancellationToken cancellationToken) => db.Plans
        .Where(old => old.MemberId == member && (old.State == PlanState.Drafted || old.State == PlanState.InReview || old.State == PlanState.Returned))
        .OrderBy(old => old.Id).ToListAsync(cancellationToken);

    private void Replace(StoredPlan old, Actor actor) => Turn(old, PlanState.Replaced, actor, "replaced", "");

    private void Turn(StoredPlan plan, PlanState state, Actor actor, string act, string reason)
    {
        plan.State = state;
        plan.Version++;
        plan.ChangedAt = time.GetUtcNow();
        Keep(plan, actor, act, reason);
    }

    private async Task<StoredPlan> ActedAsync(StoredPlan plan, Actor actor, string act, string reason, CancellationToken cancellationToken)
    {
        plan.Version++;
        plan.ChangedAt = time.GetUtcNow();
        Keep(plan, actor, act, reason);
        await db.SaveChangesAsync(cancellationToken);
        return plan;
    }

    private void Keep(StoredPlan plan, Actor actor, string act, string reason) => Keep(plan.Id, plan.Version, actor, act, reason, time.GetUtcNow());

    private void Keep(Guid plan, int version, Actor actor, string act, string reason, DateTimeOffset now)
    {
        DemandShort(reason);
        db.ReviewActs.Add(new ReviewAct
        {
            Id = ids.Next(now),
            PlanId = plan,
            By = actor.Account,
            ByName = actor.Name,
            At = now,
            Act = act,
            Reason = reason,
            Version = version,
        });
    }

    /// <summary>Refuses a reason that nobody would read; every door asks.</summary>
    /// <exception cref="BrokenRule">It is too long.</exception>
    public static void DemandShort(string reason)
    {
        if (reason.Length > LongestReason)
        {
            throw new BrokenRule("reason-too-long", $"The reason has {reason.Length} characters; {LongestReason} are kept.", "Say it in a few sentences.");
        }
    }
}

/// <summary>Who acts.</summary>
/// <param name="Account">Id of the account.</param>
/// <param name="Name">Its name.</param>
public sealed record Actor(Guid Account, string Name);
