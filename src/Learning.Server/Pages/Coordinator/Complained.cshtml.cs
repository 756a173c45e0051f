using Learning.Server.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Learning.Server.Pages.Coordinator;

/// <summary>Complaints of the members a coordinator looks after; those without an answer first, the oldest first.</summary>
internal sealed class ComplainedPage(Complaints complaints) : RefusingPage
{
    public IReadOnlyList<Complaint> Items { get; private set; } = [];

    /// <summary>The answer that was typed and could not be taken, and the plan it is about.</summary>
    public (Guid Plan, string? Text) Said { get; private set; }

    public Task OnGetAsync() => ReadAsync();

    public Task<IActionResult> OnPostAsync(Guid plan, string? text)
    {
        Said = (plan, text);
        return TryAsync("/coordinator/complaints", () => complaints.AnswerAsync(plan, text, HttpContext.RequestAborted));
    }

    protected override async Task ReadAsync() => Items = [.. (await complaints.OfMyMembersAsync(HttpContext.RequestAborted)).OrderBy(complaint => complaint.Answer is not null).ThenBy(complaint => complaint.At)];
}
