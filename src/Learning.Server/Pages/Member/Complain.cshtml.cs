using Learning.Server.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Learning.Server.Pages.Member;

/// <summary>Complains to a person, who answers by a day that is named.</summary>
internal sealed class ComplainPage(Complaints complaints) : RefusingPage
{
    public IReadOnlyList<Complaint> Mine { get; private set; } = [];

    public bool IsDone { get; private set; }

    /// <summary>What was typed and could not be taken.</summary>
    public string? Said { get; private set; }

    public Task OnGetAsync(bool done)
    {
        IsDone = done;
        return ReadAsync();
    }

    public Task<IActionResult> OnPostAsync(string? text)
    {
        Said = text;
        return TryAsync("/me/complain?done=true", () => complaints.ComplainAsync(text, HttpContext.RequestAborted));
    }

    protected override async Task ReadAsync() => Mine = await complaints.MineAsync(HttpContext.RequestAborted);
}
