using Learning.Data;
using Learning.Server.Members;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Learning.Server.Pages.Member;

/// <summary>What is kept about me: how much of what, taken along as a file, or ended for good.</summary>
internal sealed class KeptPage(
    Caller caller, LearningDbContext db, SignInDbContext accounts, Erasure erasure, Account.PageSignIn signIn, TimeProvider time, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json) : PageModel
{
    /// <summary>How many of what.</summary>
    public IReadOnlyList<(string What, int Count)> Kept { get; private set; } = [];

    /// <summary>Whether leaving was asked for without the confirming word.</summary>
    public bool IsUnconfirmed { get; private set; }

    public string Word => caller.UserName;

    public Task OnGetAsync() => CountAsync();

    /// <summary>Everything, as the API gives it.</summary>
    public async Task<IActionResult> OnPostExportAsync()
    {
        var answer = await ExportMe.Handle(caller, db, accounts, time, Response, HttpContext.RequestAborted);
        return new JsonResult(answer.Value, json.Value.SerializerOptions);
    }

    /// <summary>At once and for good; asked twice.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(string? word)
    {
        if (!string.Equals(word?.Trim(), Word, StringComparison.OrdinalIgnoreCase))
        {
            IsUnconfirmed = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await CountAsync();
            return Page();
        }

        await erasure.EraseAsync(caller.RequiredMemberId, HttpContext.RequestAborted);
        await signIn.EndAsync(HttpContext);
        return LocalRedirect("/sign-in");
    }

    private async Task CountAsync()
    {
        var (id, cancellation) = (caller.RequiredMemberId, HttpContext.RequestAborted);
        Kept =
        [
            ("records", await db.Records.CountAsync(record => record.MemberId == id, cancellation)),
            ("lists", await db.Impressions.CountAsync(list => list.MemberId == id, cancellation)),
            ("plans", await db.Plans.CountAsync(plan => plan.MemberId == id, cancellation)),
            ("sessions", await accounts.Sessions.CountAsync(session => session.AccountId == caller.AccountId, cancellation)),
        ];
    }
}
