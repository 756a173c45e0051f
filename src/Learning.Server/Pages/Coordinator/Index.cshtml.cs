using Learning.Data;
using Learning.Plans;
using Learning.Plans.Words;
using Learning.Reviews;
using Learning.Server.Errors;
using Learning.Server.Pages.Shared;
using Learning.Server.Plans;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Coordinator;

/// <summary>The review queue: what waits, the doubtful first; one plan open beside it.</summary>
internal sealed class QueuePage(Caller caller, Scope scope, LearningDbContext db, ReviewQueue queue, PictureReader pictures, PlanReview review, TellPlan.Teller teller, PlanToday today, TimeProvider time) : RefusingPage
{
    private const int PlansAtOnce = 50;
    private const int Weeks = PlanDrafting.UsualWeeks;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [BindProperty(SupportsGet = true, Name = "plan")]
    public Guid? Chosen { get; set; }

    public IReadOnlyList<Waiting> Items { get; private set; } = [];

    public Picture? Open { get; private set; }

    /// <summary>Why the open plan is doubtful, each said once: what has no place by name instead of by number.</summary>
    public IReadOnlyList<string> Doubts { get; private set; } = [];

    /// <summary>What to look at, in words. Those of the house say what stands on the page anyway; those of a language model are shown.</summary>
    public PlanWordsView? Attention { get; private set; }

    public int WithoutPlan { get; private set; }

    /// <summary>What was just done, and to whom.</summary>
    public string? Done { get; private set; }

    public string? DoneTo { get; private set; }

    /// <summary>The reason that was typed and could not be taken.</summary>
    public string? Said { get; private set; }

    public async Task OnGetAsync(string? done, string? to)
    {
        (Done, DoneTo) = (done is "approved" or "returned" or "made" ? done : null, to);
        await ReadAsync();
    }

    public Task<IActionResult> OnPostApproveAsync(Guid id, int version, string? reason) => DecideAsync("approved", id, reason, () =>
        review.ApproveAsync(Actor, id, version, reason ?? "", today.Date, HttpContext.RequestAborted));

    public Task<IActionResult> OnPostReturnAsync(Guid id, int version, string? reason) => DecideAsync("returned", id, reason, () => string.IsNullOrWhiteSpace(reason)
        ? throw new BrokenRule("reason-missing", "Nobody learns from a plan that is given back without a word.", "Say in a sentence what should be otherwise.")
        : review.ReturnAsync(Actor, id, version, reason, ReturnTerms.Of(reason, [], null), HttpContext.RequestAborted));

    /// <summary>Makes plans for members who have none, as many as fit into a request.</summary>
    public async Task<IActionResult> OnPostMakeAsync()
    {
        var began = time.GetTimestamp();
        var made = 0;
        foreach (var member in await queue.WithoutPlan.OrderBy(member => member.Id).Select(member => member.Id).Take(PlansAtOnce).ToListAsync(HttpContext.RequestAborted))
        {
            await review.DraftAsync(Actor, member, null, Weeks, HttpContext.RequestAborted);
            db.ChangeTracker.Clear();
            made++;
            if (time.GetElapsedTime(began) > Patience)
            {
                break;
            }
        }

        return LocalRedirect($"/coordinator?done=made&to={made}");
    }

    private Actor Actor => new(caller.AccountId, caller.UserName);

    private async Task<IActionResult> DecideAsync(string done, Guid id, string? reason, Func<Task<StoredPlan>> decide)
    {
        var before = (await queue.ReadAsync(HttpContext.RequestAborted)).ToList();
        (Chosen, Said) = (id, reason);
        var then = "";
        var isDone = await TryAsync(async () =>
        {
            var plan = await GetPlan.FindAsync(id, scope, db, HttpContext.RequestAborted);
            await decide();
            var name = await db.Members.Where(member => member.Id == plan.MemberId).Select(member => member.Name).SingleAsync(HttpContext.RequestAborted);

            // On to the one that came after it, so that a hand on the keyboard can go on.
            var place = before.FindIndex(waiting => waiting.Plan.Id == id);
            var next = (place + 1 < before.Count ? before[place + 1] : null) ?? (place > 0 ? before[place - 1] : null);
            then = $"/coordinator?done={done}&to={Uri.EscapeDataString(name)}{(next is null ? "" : $"&plan={next.Plan.Id}")}";
        });
        if (isDone)
        {
            return LocalRedirect(then);
        }

        await ReadAsync();
        return Page();
    }

    protected override async Task ReadAsync()
    {
        Items = await queue.ReadAsync(HttpContext.RequestAborted);
        WithoutPlan = await queue.WithoutPlan.CountAsync(HttpContext.RequestAborted);
        var open = Items.FirstOrDefault(waiting => waiting.Plan.Id == Chosen) ?? (Items.Count > 0 ? Items[0] : null);
        if (open is not null)
        {
            Attention = (await teller.TellAsync(WordsKind.Attention, open.Plan.Id, null, HttpContext, HttpContext.RequestAborted)).Value;
            Open = await pictures.ReadAsync(open.Plan.MemberId, open.Plan, HttpContext);
            Doubts = [.. Open.Plan!.Unmet.Select(unmet => unmet.Text), .. open.Plan.Causes.Where(cause => cause.Kind != PlanDoubts.Infeasible).Select(cause => cause.In(HttpContext.Language()))];
        }
    }
}
