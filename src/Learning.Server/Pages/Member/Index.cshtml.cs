using Learning.Server.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Learning.Server.Pages.Member;

/// <summary>Today: the next thing that fits the time somebody has, why, and one button. Who is not signed in reads what this is.</summary>
[AllowAnonymous]
internal sealed class TodayPage(Caller caller, TodayReader reader) : PageModel
{
    /// <summary>Minutes somebody may say to have.</summary>
    public static readonly int[] Choices = [5, 15, 30];

    [BindProperty(SupportsGet = true)]
    public int? Minutes { get; set; }

    /// <summary>What to show; null for somebody who is not signed in.</summary>
    public TodayView? Today { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (User.Identity?.IsAuthenticated != true)
        {
            return Page();
        }

        if (caller.MemberId is not { } member)
        {
            return LocalRedirect("/coordinator");
        }

        Minutes = Choices.Contains(Minutes ?? 0) ? Minutes : null;
        Today = await reader.ReadAsync(member, Minutes, HttpContext);
        return Page();
    }
}
