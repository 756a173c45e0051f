using Learning.Server.Conventions;
using Learning.Server.Records;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Learning.Server.Pages.Member;

/// <summary>My hours as they are booked, each with its evidence; what was taken back stays readable.</summary>
internal sealed class BookedPage(Caller caller, HoursViews views) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public HoursAnswer Hours { get; private set; } = null!;

    public async Task OnGetAsync() =>
        Hours = await views.OfAsync(caller.RequiredMemberId, new PageQuery { Cursor = Cursor }, HttpContext, HttpContext.RequestAborted);
}
