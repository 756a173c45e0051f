using System.Globalization;
using Learning.Data;
using Learning.Reviews;
using Learning.Server.Pages.Shared;
using Learning.Server.Reviews;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Coordinator;

/// <summary>The policies by which plans pass, and the sample of what passed that a person looks at. Administrators write and switch; coordinators look.</summary>
internal sealed class PoliciesPage(Caller caller, Scope scope, LearningDbContext db, PolicyApproval approval, TimeProvider time) : RefusingPage
{
    private const int LookedShown = 20;

    public IReadOnlyList<ReviewPolicy> Policies { get; private set; } = [];

    /// <summary>Approved plans that nobody has looked at, with the member's name.</summary>
    public IReadOnlyList<(ReviewAudit Audit, string Name)> Audits { get; private set; } = [];

    /// <summary>The last that somebody looked at.</summary>
    public IReadOnlyList<(ReviewAudit Audit, string Name)> Looked { get; private set; } = [];

    public string? Done { get; private set; }

    /// <summary>The name of a policy; its key where there is none any longer.</summary>
    public string NameOf(string key) => Policies.FirstOrDefault(policy => policy.Key == key)?.Name ?? key;

    public bool MayWrite => caller.IsAdministrator;

    public Task OnGetAsync(string? done)
    {
        Done = done is "written" or "switched" or "agreed" or "disagreed" ? done : null;
        return ReadAsync();
    }

    /// <summary>Says whether an approved plan is as it should be. Who disagrees puts it back into review and switches the policy off.</summary>
    public Task<IActionResult> OnPostLookAsync(Guid id, bool agreed, string? note) => TryAsync(Then(agreed ? "agreed" : "disagreed"), async () =>
    {
        var audit = await ReviewAudits.InReach(scope, db).FirstOrDefaultAsync(one => one.Id == id, HttpContext.RequestAborted)
            ?? throw new BrokenRule("audit-unknown", $"There is no audit {id} for you.", "Load the page again.", BrokenRuleKind.NotFound);
        var run = await db.ReviewRuns.FirstAsync(one => one.Id == audit.RunId, HttpContext.RequestAborted);
        var said = note?.Trim() ?? "";
        await approval.LookAsync(audit, run, agreed, said.Length > 1000 ? said[..1000] : said, new Actor(caller.AccountId, caller.UserName), HttpContext.RequestAborted);
    });

    public Task<IActionResult> OnPostSwitchAsync(string? key, int version, bool on) => TryAsync(Then("switched"), async () =>
    {
        AdministratorsOnly();
        var policy = await ListReviewPolicies.FindAsync(key ?? "", caller, db, HttpContext.RequestAborted);
        db.Entry(policy).Property(one => one.Version).OriginalValue = version;
        (policy.On, policy.Version, policy.ChangedBy, policy.ChangedAt) = (on, version + 1, caller.UserName, time.GetUtcNow());
        await db.SaveChangesAsync(HttpContext.RequestAborted);
    });

    public Task<IActionResult> OnPostWriteAsync(string? name, string? doubt, string? change, string? audit, bool exempt, bool cold, bool optimal) => TryAsync(Then("written"), async () =>
    {
        AdministratorsOnly();
        var now = time.GetUtcNow();
        var policy = new ReviewPolicy { Id = Guid.CreateVersion7(now), Organisation = caller.Organisation, Key = $"p-{now.ToUnixTimeSeconds():x}", Name = (name ?? "").Trim() };
        if (policy.Name.Length is 0 or > 100 || !Number(doubt, 0, out var mostDoubt) || !Number(change, 0, out var mostChange) || !Number(audit, 1, out var share))
        {
            throw new BrokenRule("policy-invalid", "A policy has a name of at most 100 characters and numbers from 0 to 100.", "Fill in all fields.");
        }

        (policy.MostDoubt, policy.MostChange, policy.AuditShare) = (mostDoubt, mostChange / 100, share / 100);
        (policy.Exempt, policy.ColdMembers, policy.Optimal, policy.ChangedBy, policy.ChangedAt) = (exempt, cold, optimal, caller.UserName, now);
        db.ReviewPolicies.Add(policy);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
    });

    private static bool Number(string? text, double least, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && number >= least && number <= 100;

    private void AdministratorsOnly()
    {
        if (!caller.IsAdministrator)
        {
            throw new BrokenRule("administrator-decides", "A policy is written by an administrator.", "Ask your administrator.", BrokenRuleKind.Forbidden);
        }
    }

    private static string Then(string done) => $"/coordinator/policies?done={done}";

    protected override async Task ReadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Policies = await db.ReviewPolicies.AsNoTracking().Where(policy => policy.Organisation == caller.Organisation).OrderBy(policy => policy.Key).ToListAsync(cancellation);
        var audits = ReviewAudits.InReach(scope, db).AsNoTracking();
        Audits = await NamedAsync(audits.Where(audit => audit.Agreed == null).OrderBy(audit => audit.Id).Take(100));
        Looked = await NamedAsync(audits.Where(audit => audit.Agreed != null).OrderByDescending(audit => audit.Id).Take(LookedShown));
    }

    private async Task<IReadOnlyList<(ReviewAudit Audit, string Name)>> NamedAsync(IQueryable<ReviewAudit> audits)
    {
        var rows = await (from audit in audits
                          join plan in db.Plans on audit.PlanId equals plan.Id
                          join member in db.Members on plan.MemberId equals member.Id
                          select new { audit, member.Name }).ToListAsync(HttpContext.RequestAborted);
        return [.. rows.OrderByDescending(row => row.audit.Id).Select(row => (row.audit, row.Name))];
    }
}
