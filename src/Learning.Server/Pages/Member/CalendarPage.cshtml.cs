using System.Text;
using Learning.Data;
using Learning.Plans;
using Learning.Server.Plans;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Member;

/// <summary>The plan in my own calendar: as a file, or under an address that only I know and can end.</summary>
internal sealed class CalendarPage(Caller caller, LearningDbContext db, PlanViews views, CalendarFeeds feeds, Words words) : PageModel
{
    public bool IsThere { get; private set; }

    /// <summary>The address just made; it is shown this once.</summary>
    public string? Address { get; private set; }

    public async Task OnGetAsync() => IsThere = await feeds.IsThereAsync(caller.AccountId, HttpContext.RequestAborted);

    public async Task<IActionResult> OnGetFileAsync()
    {
        var member = await db.Members.AsNoTracking().SingleAsync(row => row.Id == caller.RequiredMemberId, HttpContext.RequestAborted);
        var plan = await OpenPlans.OfMemberAsync(db, member.Id, HttpContext.RequestAborted) is { } stored ? await views.OfAsync(stored, HttpContext, HttpContext.RequestAborted) : null;
        var text = CalendarFile.Of(plan, member.TimeZone, words["plan.title"], $"{Request.Scheme}://{Request.Host}");
        return File(Encoding.UTF8.GetBytes(text), CalendarFile.Kind, "plan.ics");
    }

    public async Task OnPostRenewAsync()
    {
        Address = $"{Request.Scheme}://{Request.Host}/calendar/{await feeds.RenewAsync(caller.AccountId, HttpContext.RequestAborted)}.ics";
        IsThere = true;
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        await feeds.EndAsync(caller.AccountId, HttpContext.RequestAborted);
        return LocalRedirect("/plan/calendar");
    }
}
