using Learning.Data;
using Learning.Materials;
using Learning.Plans;
using Learning.Records;
using Learning.Reviews;
using Learning.Server.Materials;
using Learning.Server.Pages.Shared;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Coordinator;

/// <summary>A material as it was read, beside its near-duplicates; what a withdrawal would touch; who was there.</summary>
internal sealed class MaterialPage(Caller caller, Scope scope, LearningDbContext db, PlanReview review, RecordIntake intake, TimeProvider time) : RefusingPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Material Material { get; private set; } = null!;

    public SafeText Text { get; private set; } = null!;

    public IReadOnlyList<(Material Material, SafeText Text)> Twins { get; private set; } = [];

    /// <summary>How many open plans hold it.</summary>
    public int InPlans { get; private set; }

    /// <summary>How many members studied it.</summary>
    public int StudiedBy { get; private set; }

    /// <summary>Members for whom it is planned or kept; they may have been there.</summary>
    public IReadOnlyList<(Guid Id, string Name, bool WasThere)> Expected { get; private set; } = [];

    public string? Done { get; private set; }

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostWithdrawAsync(string? reason)
    {
        await ReadAsync();
        await TryAsync(async () =>
        {
            if (string.IsNullOrWhiteSpace(reason))
            {
                throw new BrokenRule("reason-missing", "Nobody learns from a withdrawal without a word.", "Say in a sentence why it is withdrawn.");
            }

            PlanReview.DemandShort(reason);
            await MaterialImport.WithdrawAsync(db, Id, reason, time.GetUtcNow(), HttpContext.RequestAborted);
            var changed = await review.ReplaceInOpenPlansAsync(new Actor(caller.AccountId, caller.UserName), Id, reason, HttpContext.RequestAborted);
            Done = $"{changed}";
        });

        await ReadAsync();
        return Page();
    }

    /// <summary>Confirms who was there: the evidence for the hours of what happens in a room.</summary>
    public async Task<IActionResult> OnPostAttendedAsync(List<Guid> members)
    {
        await ReadAsync();
        var there = new List<RecordSubmission>();
        foreach (var member in members.Distinct())
        {
            await scope.RequireMemberAsync(member, HttpContext.RequestAborted);
            there.Add(new RecordSubmission(Guid.CreateVersion7(time.GetUtcNow()), member, Verb.Attended, Id, time.GetUtcNow(), null, null, null));
        }

        await intake.TakeAsync(there, caller.AccountId, HttpContext.RequestAborted);
        await ReadAsync();
        return Page();
    }

    protected override async Task ReadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Material = await GetMaterial.FindAsync(db.Materials.AsNoTracking(), Id, caller, cancellation);
        Text = SafeMarkdown.Render(Material.Text, Material.Title);
        var twins = await db.Materials.AsNoTracking().Where(other => other.Lesson == Material.Lesson && other.Id != Id && other.Organisation == caller.Organisation).Take(3).ToListAsync(cancellation);
        Twins = twins.ConvertAll(twin => (twin, SafeMarkdown.Render(twin.Text, twin.Title)));
        var plans = await (from plan in db.Plans.AsNoTracking()
                           join member in scope.LookedAfter on plan.MemberId equals member.Id
                           where OpenPlans.States.Contains(plan.State)
                           select new { plan.Items, member.Id, member.Name }).ToListAsync(cancellation);
        var holding = plans.Where(plan => plan.Items.Exists(item => item.Material == Id)).ToList();
        InPlans = holding.Count;
        var records = await db.Records.AsNoTracking().Where(record => record.MaterialId == Id && record.Verb != Verb.Dismissed && record.Verb != Verb.Saved).Select(record => new { record.MemberId, record.Verb, record.Success }).ToListAsync(cancellation);
        StudiedBy = records.Select(record => record.MemberId).Distinct().Count();
        var were = records.Where(record => record is { Verb: Verb.Attended, Success: true }).Select(record => record.MemberId).ToHashSet();
        Expected = Material.Mode == Mode.Attend ? [.. holding.DistinctBy(plan => plan.Id).OrderBy(plan => plan.Name, StringComparer.CurrentCulture).Select(plan => (plan.Id, plan.Name, were.Contains(plan.Id)))] : [];
    }
}
