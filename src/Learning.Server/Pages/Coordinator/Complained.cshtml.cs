using Learning.Server.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Learning.Server.Pages.Coordinator;

/// <summary>Complaints of the members a coordinator looks after; those without an answer first, the oldest first.</summary>
internal sealed class ComplainedPage(Complaints complaints) : PageModel
{
    public IReadOnlyList<Complaint> Items { get; private set; } = [];

    public BrokenRule? Broken { get; private set; }

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync(Guid plan, string? text)
    {
        try
        {
            await complaints.AnswerAsync(plan, text, HttpContext.RequestAborted);
            return LocalRedirect("/coordinator/complaints");
        }
        catch (BrokenRule broken)
        {
            Broken = broken;
            Response.StatusCode = Errors.Problems.StatusOf(broken.Kind);
            await ReadAsync();
            return Page();
        }
    }

    private async Task ReadAsync() => Items = [.. (await complaints.OfMyMembersAsync(HttpContext.RequestAborted)).OrderBy(complaint => complaint.Answer is not null).ThenBy(complaint => complaint.At)];
}
