using Learning.Data;
using Learning.Plans;
using Learning.Reviews;
using Learning.Server.Pages.Shared;
using Learning.Server.Plans;
using Learning.Server.Reviews;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Coordinator;

/// <summary>Approves by a policy that an administrator wrote: what it would approve is shown first, and all of it can be taken back.</summary>
internal sealed class BulkPage(Caller caller, Scope scope, LearningDbContext db, PolicyApproval approval, PlanToday today) : RefusingPage
{
    private const int RunsShown = 10;

    [BindProperty(SupportsGet = true, Name = "policy")]
    public string? Key { get; set; }

    public IReadOnlyList<ReviewPolicy> Policies { get; private set; } = [];

    public ReviewPolicy? Policy { get; private set; }

    /// <summary>What the policy would approve, with the member's name.</summary>
    public IReadOnlyList<(StoredPlan Plan, string Name)> Passing { get; private set; } = [];

    /// <summary>How many wait for a person, by what keeps them.</summary>
    public IReadOnlyList<(string Why, int Count)> Held { get; private set; } = [];

    public IReadOnlyList<ReviewRun> Runs { get; private set; } = [];

    /// <summary>What was just done, as a key of words, and to how many.</summary>
    public (string What, int Count, int Left)? Done { get; private set; }

    /// <summary>How many approved plans want a person's look.</summary>
    public int OpenAudits { get; private set; }

    public Task OnGetAsync() => ReadAsync();

    public Task OnPostAsync() => ShowAsync(async () =>
    {
        var policy = await ListReviewPolicies.FindAsync(Key ?? "", caller, db, HttpContext.RequestAborted);
        var run = await approval.RunAsync(policy, ApproveByPolicy.InReach(scope, db), Actor, today.Date, HttpContext.RequestAborted);
        Done = ("approved", run.Items.Count, 0);
    });

    public Task OnPostUndoAsync(Guid run) => ShowAsync(async () =>
    {
        var kept = await ReviewRuns.OfCaller(caller, db).FirstOrDefaultAsync(one => one.Id == run, HttpContext.RequestAborted)
            ?? throw new BrokenRule("run-unknown", $"There is no bulk approval {run} for you.", "GET /reviews/runs lists them.", BrokenRuleKind.NotFound);
        var (undone, left) = await approval.UndoAsync(kept, Actor, HttpContext.RequestAborted);
        Done = ("undone", undone, left);
    });

    private Actor Actor => new(caller.AccountId, caller.UserName);

    private async Task ShowAsync(Func<Task> act)
    {
        await TryAsync(act);
        await ReadAsync();
    }

    protected override async Task ReadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Policies = await db.ReviewPolicies.AsNoTracking().Where(policy => policy.Organisation == caller.Organisation).OrderBy(policy => policy.Key).ToListAsync(cancellation);
        Policy = Policies.FirstOrDefault(policy => policy.Key == Key) ?? Policies.FirstOrDefault(policy => policy.On);
        var runs = await ReviewRuns.OfCaller(caller, db).AsNoTracking().OrderByDescending(run => run.Id).Take(RunsShown).ToListAsync(cancellation);
        Runs = runs;
        OpenAudits = await ReviewAudits.InReach(scope, db).CountAsync(audit => audit.Agreed == null, cancellation);
        if (Policy is null)
        {
            return;
        }

        var verdicts = await PolicyApproval.PreviewAsync(Policy, ApproveByPolicy.InReach(scope, db), cancellation);
        var passing = verdicts.Where(verdict => verdict.Passes).Select(verdict => verdict.Plan).ToList();
        var ids = passing.ConvertAll(plan => plan.MemberId);
        var names = await db.Members.Where(member => ids.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.Name, cancellation);
        Passing = passing.ConvertAll(plan => (plan, names[plan.MemberId]));
        Held = [.. verdicts.Where(verdict => !verdict.Passes).SelectMany(verdict => verdict.Refusals).CountBy(why => why).OrderByDescending(why => why.Value).Select(why => (why.Key, why.Value))];
    }
}
