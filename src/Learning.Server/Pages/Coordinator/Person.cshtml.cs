using System.Globalization;
using Learning.Data;
using Learning.Members;
using Learning.Plans;
using Learning.Reviews;
using Learning.Rules;
using Learning.Server.Members;
using Learning.Server.Pages.Shared;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Coordinator;

/// <summary>A member's picture: history, hours, open plan, why at risk; exemptions and groups, which a coordinator decides.</summary>
internal sealed class PersonPage(Caller caller, Scope scope, LearningDbContext db, MemberKeeping members, PictureReader pictures, PlanReview review, RulePacks rules) : RefusingPage
{
    private const int Weeks = PlanDrafting.UsualWeeks;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Picture Picture { get; private set; } = null!;

    public IReadOnlyList<Group> Groups { get; private set; } = [];

    /// <summary>Exemptions the rule packs know.</summary>
    public IReadOnlyList<RuleExemption> Known { get; private set; } = [];

    public bool IsDone { get; private set; }

    public Task OnGetAsync(bool done)
    {
        IsDone = done;
        return ReadAsync();
    }

    public Task<IActionResult> OnPostGroupsAsync(List<string> groups) => ChangeAsync(profile => profile with { Groups = groups });

    public Task<IActionResult> OnPostExemptAsync(string kind, string? until) => ChangeAsync(profile => profile with
    {
        Exemptions = [.. (profile.Exemptions ?? []).Where(known => known.Kind != kind), new Exemption(kind, LastDay(until))],
    });

    public Task<IActionResult> OnPostEndAsync(string kind) => ChangeAsync(profile => profile with { Exemptions = [.. (profile.Exemptions ?? []).Where(known => known.Kind != kind)] });

    public Task<IActionResult> OnPostPlanAsync() => TryAsync(Again, async () =>
    {
        await scope.RequireMemberAsync(Id, HttpContext.RequestAborted);
        await review.DraftAsync(new Actor(caller.AccountId, caller.UserName), Id, null, Weeks, HttpContext.RequestAborted);
    });

    private string Again => $"/coordinator/members/{Id}?done=true";

    /// <summary>The last day; none typed: without an end. Something else than a day must not become without an end.</summary>
    private static DateOnly? LastDay(string? until) => string.IsNullOrWhiteSpace(until) ? null
        : DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new BrokenRule("exemption-day-invalid", "The last day of an exemption is no day.", "Give a day such as 2027-12-31, or leave it empty.");

    private Task<IActionResult> ChangeAsync(Func<MemberProfile, MemberProfile> change) => TryAsync(Again, async () =>
    {
        var member = await scope.MemberAsync(Id, HttpContext.RequestAborted);
        var profile = MemberProfile.Of(member) with { Exemptions = member.Exemptions };
        await members.ChangeAsync(member, change(profile), Tellers.Coordinator(caller), HttpContext.RequestAborted);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
    });

    protected override async Task ReadAsync()
    {
        Picture = await pictures.ReadAsync(Id, null, HttpContext);
        var groups = caller.Groups;
        Groups = await db.Groups.AsNoTracking().Where(group => group.Organisation == caller.Organisation && (caller.IsAdministrator || groups.Contains(group.Id)))
            .OrderBy(group => group.Key).ToListAsync(HttpContext.RequestAborted);
        Known = [.. rules.All.SelectMany(pack => pack.Exemptions).DistinctBy(exemption => exemption.Kind)];
    }
}
