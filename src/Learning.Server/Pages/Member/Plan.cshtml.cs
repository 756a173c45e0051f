using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Plans;
using Learning.Plans.Words;
using Learning.Records;
using Learning.Reviews;
using Learning.Server.Pages.Shared;
using Learning.Server.Plans;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Member;

/// <summary>The member's plan as a calendar: what is due, what was done, and what can be moved or swapped.</summary>
internal sealed class PlanPage(Caller caller, LearningDbContext db, Catalogue catalogue, PlanReview review, PlanViews views, TellPlan.Teller teller, PlanToday today, TimeProvider time) : RefusingPage
{
    private const int UsualWeeks = PlanDrafting.UsualWeeks;

    /// <summary>The plan; null while there is none.</summary>
    public PlanView? Plan { get; private set; }

    public IReadOnlyList<PlanWeek> Weeks { get; private set; } = [];

    public DateOnly Today { get; private set; }

    /// <summary>The letter that tells the plan in words.</summary>
    public PlanWordsView? Letter { get; private set; }

    /// <summary>What was just done, as a key of words.</summary>
    public string? Done { get; private set; }

    /// <summary>The last approval or return by a person; null while the plan waits for one, again or for the first time.</summary>
    public ReviewActView? Decided => Plan is not { State: not PlanState.InReview } decided ? null : decided.History.LastOrDefault(act => act.Act is "approved" or "returned");

    /// <summary>How many lessons were missed since the plan was made again last and have no other day.</summary>
    public int Missed { get; private set; }

    public async Task OnGetAsync(string? done)
    {
        Done = done is "made" or "moved" or "swapped" or "renewed" ? done : null;
        await ReadAsync();
    }

    public Task<IActionResult> OnPostMakeAsync() => DoAsync("made", () => review.DraftAsync(Actor, caller.RequiredMemberId, null, UsualWeeks, HttpContext.RequestAborted));

    /// <summary>Finds other days for what was missed; what need not move stays.</summary>
    public Task<IActionResult> OnPostRenewAsync(Guid plan, int version) =>
        DoAsync("renewed", async () => await review.RenewAsync(Actor, await OwnAsync(plan), version, "", HttpContext.RequestAborted));

    public Task<IActionResult> OnPostMoveAsync(Guid plan, int version, Guid material, DateOnly to) =>
        DoAsync("moved", async () => await review.AdjustAsync(Actor, await OwnAsync(plan), version, [new StoredPin(material, to, null)], [], "", HttpContext.RequestAborted));

    public Task<IActionResult> OnPostSwapAsync(Guid plan, int version, Guid material) =>
        DoAsync("swapped", async () =>
        {
            await OwnAsync(plan);
            var kept = await db.Plans.AsNoTracking().SingleAsync(row => row.Id == plan, HttpContext.RequestAborted);
            if (kept.Items.Exists(item => item.Material == material && item.Reasons.Exists(reason => reason.Kind == "required")))
            {
                throw new BrokenRule("required-not-swapped", "What a rule or a group asks for can't be swapped away.", "Move it to another day, or ask your coordinator.");
            }

            return await review.AdjustAsync(Actor, plan, version, [], [material], "", HttpContext.RequestAborted);
        });

    private Actor Actor => new(caller.AccountId, caller.UserName);

    private Task<IActionResult> DoAsync(string done, Func<Task<StoredPlan>> act) => TryAsync($"/plan?done={done}", act);

    private async Task<Guid> OwnAsync(Guid plan)
    {
        var member = caller.RequiredMemberId;
        return await db.Plans.AnyAsync(row => row.Id == plan && row.MemberId == member, HttpContext.RequestAborted)
            ? plan
            : throw new BrokenRule("plan-unknown", $"There is no plan {plan} for you.", "Load the page again.", BrokenRuleKind.NotFound);
    }

    protected override async Task ReadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var member = await db.Members.AsNoTracking().SingleAsync(row => row.Id == caller.RequiredMemberId, cancellation);
        Today = LocalDay.Of(time.GetUtcNow(), member.TimeZone);
        await OpenPlans.AdvanceAsync(db, today.Date, cancellation);
        if (await OpenPlans.OfMemberAsync(db, member.Id, cancellation) is not { } stored)
        {
            return;
        }

        Plan = await views.OfAsync(stored, HttpContext, cancellation);
        Letter = (await teller.TellAsync(WordsKind.Letter, stored.Id, null, HttpContext, cancellation)).Value;
        var materials = await catalogue.CurrentAsync(db, cancellation);
        var history = await History.ReadAsync(db, member.Id, materials, cancellation);
        Weeks = PlanWeek.Of(Plan, Today, id => materials.ById.TryGetValue(id, out var entry) && history.LessonsDone.Contains(entry.Lesson));
        var renewed = Plan.History.LastOrDefault(act => act.Act == "renewed") is { } act ? LocalDay.Of(act.At, member.TimeZone) : DateOnly.MinValue;
        Missed = Weeks.SelectMany(week => week.Days).SelectMany(day => day.Lessons).Count(lesson =>
            lesson.IsMissed && lesson.Item.Date >= renewed && !Plan.Items.Any(item => item.Material == lesson.Item.Material && item.Date >= Today));
    }
}
