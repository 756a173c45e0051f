using Learning.Data;
using Learning.Plans;
using Learning.Reviews;
using Learning.Server.Pages.Shared;
using Learning.Server.Plans;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Learning.Server.Pages.Coordinator;

/// <summary>Fixes and rules out lessons of a plan; the rest is planned again around them and checked, and the difference is shown.</summary>
internal sealed class PlanEditorPage(Caller caller, Scope scope, LearningDbContext db, PlanReview review, PlanDrafting drafting, PlanViews views, PictureReader pictures) : RefusingPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PlanView Plan { get; private set; } = null!;

    public Picture Picture { get; private set; } = null!;

    /// <summary>What changed with the last solving: came, went, moved.</summary>
    public IReadOnlyList<(string Kind, PlanItemView Item, PlanItemView? Before)>? Difference { get; private set; }

    public IReadOnlySet<Guid> Pinned { get; private set; } = new HashSet<Guid>();

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync(int version, List<Guid> materials, List<DateOnly?> dates, List<Guid> pins, List<Guid> bans, string? reason)
    {
        var before = await GetPlan.FindAsync(Id, scope, db, HttpContext.RequestAborted);
        var old = await views.OfAsync(before, HttpContext, HttpContext.RequestAborted);
        var moved = Moved(old, materials, dates, pins, bans);
        var isDone = await TryAsync(() => review.AdjustAsync(new Actor(caller.AccountId, caller.UserName), Id, version, moved, [.. bans.Distinct()], reason ?? "", HttpContext.RequestAborted));

        await ReadAsync();
        Difference = isDone ? [.. Differences(old, Plan)] : null;
        return Page();
    }

    /// <summary>Says what the form would do, without keeping anything: so a lesson can be dragged about until it is right.</summary>
    public async Task<IActionResult> OnPostTryAsync(List<Guid> materials, List<DateOnly?> dates, List<Guid> pins, List<Guid> bans)
    {
        var plan = await GetPlan.FindAsync(Id, scope, db, HttpContext.RequestAborted);
        var old = await views.OfAsync(plan, HttpContext, HttpContext.RequestAborted);
        var wishes = PlanWishes.Of(plan, Moved(old, materials, dates, pins, bans), [.. bans.Distinct()]);
        if (await TryAsync(() => drafting.RedraftAsync(plan, wishes, HttpContext.RequestAborted)))
        {
            db.ChangeTracker.Clear();
            Plan = await views.OfAsync(plan, HttpContext, HttpContext.RequestAborted);
            Difference = [.. Differences(old, Plan)];
        }

        return Partial("_Verdict", this);
    }

    /// <summary>What the form fixes to a day: what was ticked, and what has another day than before.</summary>
    private static List<StoredPin> Moved(PlanView old, List<Guid> materials, List<DateOnly?> dates, List<Guid> pins, List<Guid> bans) =>
    [
        .. materials.Select((material, place) => (Material: material, Date: dates.ElementAtOrDefault(place)))
            .Where(row => row.Date is not null && !bans.Contains(row.Material)
                && (pins.Contains(row.Material) || old.Items.Any(item => item.Material == row.Material && item.Date != row.Date)))
            .Select(row => new StoredPin(row.Material, row.Date!.Value, null)).DistinctBy(pin => pin.Material),
    ];

    protected override async Task ReadAsync()
    {
        var stored = await GetPlan.FindAsync(Id, scope, db, HttpContext.RequestAborted);
        Plan = await views.OfAsync(stored, HttpContext, HttpContext.RequestAborted);
        Pinned = stored.Pins.Select(pin => pin.Material).ToHashSet();
        Picture = await pictures.ReadAsync(stored.MemberId, stored, HttpContext);
    }

    private static IEnumerable<(string, PlanItemView, PlanItemView?)> Differences(PlanView before, PlanView after)
    {
        var (was, now) = (before.Items.DistinctBy(item => item.Material).ToDictionary(item => item.Material), after.Items.DistinctBy(item => item.Material).ToDictionary(item => item.Material));
        return now.Values.Where(item => !was.ContainsKey(item.Material)).Select(item => ("came", item, (PlanItemView?)null))
            .Concat(was.Values.Where(item => !now.ContainsKey(item.Material)).Select(item => ("went", item, (PlanItemView?)null)))
            .Concat(now.Values.Where(item => was.TryGetValue(item.Material, out var old) && (old.Date, old.Start) != (item.Date, item.Start)).Select(item => ("moved", item, (PlanItemView?)was[item.Material])));
    }
}
