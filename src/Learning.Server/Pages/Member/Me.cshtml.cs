using Learning.Candidates;
using Learning.Data;
using Learning.Server.Members;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Member;

/// <summary>Me: what is known about me, what it does, and what I can switch off, look at, take along or end.</summary>
internal sealed class MePage(Caller caller, LearningDbContext db, Scope scope, MemberAnswers answers, StatisticsKeeper statistics) : PageModel
{
    public MemberAnswer Me { get; private set; } = null!;

    public async Task OnGetAsync() => Me = await answers.OfAsync(await scope.MemberAsync(caller.RequiredMemberId, HttpContext.RequestAborted), HttpContext.RequestAborted);

    /// <summary>Switches personalisation; the very next page goes by it.</summary>
    public async Task<IActionResult> OnPostPersonalisationAsync([BindRequired] bool on)
    {
        var id = caller.RequiredMemberId;
        var changed = await db.Members.Where(member => member.Id == id && member.Personalised != on).ExecuteUpdateAsync(
            set => set.SetProperty(member => member.Personalised, on).SetProperty(member => member.Version, member => member.Version + 1), HttpContext.RequestAborted);
        if (changed > 0)
        {
            statistics.Forget();
        }

        return LocalRedirect("/me");
    }

    public async Task<IActionResult> OnPostTagAsync(string tag)
    {
        var member = await scope.MemberAsync(caller.RequiredMemberId, HttpContext.RequestAborted);
        var left = member.Tags.Where(one => one.Name != tag).ToList();
        if (left.Count < member.Tags.Count)
        {
            member.Tags = left;
            member.Version++;
            await db.SaveChangesAsync(HttpContext.RequestAborted);
        }

        return LocalRedirect("/me");
    }
}
