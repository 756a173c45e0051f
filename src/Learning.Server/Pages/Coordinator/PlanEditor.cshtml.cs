using Learning.Data;
using Learning.Plans;
using Learning.Reviews;
using Learning.Server.Errors;
using Learning.Server.Plans;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Learning.Server.Pages.Coordinator;

/// <summary>Fixes and rules out lessons of a plan; the rest is planned again around them and checked, and the difference is shown.</summary>
internal sealed class PlanEditorPage(Caller caller, Scope scope, LearningDbContext db, PlanReview review, PlanViews views, PictureReader pictures) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PlanView Plan { get; private set; } = null!;

    public Picture Picture { get; private set; } = null!;

    /// <summary>What changed with the last solving: came, went, moved.</summary>
    public IReadOnlyList<(string Kind, PlanItemView Item, PlanItemView? Before)>? Difference { get; private set; }

    public IReadOnlySet<Guid> Pinned { get; private set; } = new HashSet<Guid>();

    public BrokenRule? Broken { get; private set; }

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync(int version, List<Guid> materials, List<DateOnly?> dates, List<Guid> pins, List<Guid> bans, string? reason)
    {
        var before = await GetPlan.FindAsync(Id, scope, db, HttpContext.RequestAborted);
        var old = await views.OfAsync(before, HttpContext, HttpContext.RequestAborted);
        var moved = materials.Select((material, place) => (Material: material, Date: dates.ElementAtOrDefault(place)))
            .Where(row => row.Date is not null && !bans.Contains(row.Material)
                && (pins.Contains(row.Material) || old.Items.Any(item => item.Material == row.Material && item.Date != row.Date)))
            .Select(row => new StoredPin(row.Material, row.Date!.Value, null)).DistinctBy(pin => pin.Material).ToList();
        try
        {
            await review.AdjustAsync(new Actor(caller.AccountId, caller.UserName), Id, version, moved, [.. bans.Distinct()], reason ?? "", HttpContext.RequestAborted);
        }
        catch (BrokenRule broken)
        {
            db.ChangeTracker.Clear();
            Broken = broken;
            Response.StatusCode = Problems.StatusOf(broken.Kind);
        }

        await ReadAsync();
        Difference = Broken is null ? [.. Differences(old, Plan)] : null;
        return Page();
    }

    private async Task ReadAsync()
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
