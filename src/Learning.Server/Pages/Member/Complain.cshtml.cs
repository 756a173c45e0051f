using Learning.Server.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Learning.Server.Pages.Member;

/// <summary>Complains to a person, who answers by a day that is named.</summary>
internal sealed class ComplainPage(Complaints complaints) : PageModel
{
    public IReadOnlyList<Complaint> Mine { get; private set; } = [];

    public bool IsDone { get; private set; }

    public BrokenRule? Broken { get; private set; }

    public async Task OnGetAsync(bool done)
    {
        IsDone = done;
        Mine = await complaints.MineAsync(HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostAsync(string? text)
    {
        try
        {
            await complaints.ComplainAsync(text, HttpContext.RequestAborted);
            return LocalRedirect("/me/complain?done=true");
        }
        catch (BrokenRule broken)
        {
            Broken = broken;
            Response.StatusCode = Errors.Problems.StatusOf(broken.Kind);
            Mine = await complaints.MineAsync(HttpContext.RequestAborted);
            return Page();
        }
    }
}
