using Learning.Data;
using Learning.Server.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Learning.Server.Pages.Shared;

/// <summary>A page that tells on itself what was refused and how to mend it, with the status a program would get. Nothing half done is kept.</summary>
internal abstract class RefusingPage : PageModel
{
    /// <summary>What was refused; null when nothing was.</summary>
    public BrokenRule? Broken { get; private set; }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task ReadAsync();

    /// <summary>Does something and goes on to an address; what was refused is told on this page.</summary>
    protected async Task<IActionResult> TryAsync(string then, Func<Task> act)
    {
        if (await TryAsync(act))
        {
            return LocalRedirect(then);
        }

        await ReadAsync();
        return Page();
    }

    /// <summary>Does something; false when it was refused.</summary>
    protected async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (BrokenRule broken)
        {
            Refuse(broken);
            return false;
        }
    }

    /// <summary>Tells on this page what is refused.</summary>
    protected void Refuse(BrokenRule broken)
    {
        HttpContext.RequestServices.GetRequiredService<LearningDbContext>().ChangeTracker.Clear();
        Broken = broken;
        Response.StatusCode = Problems.StatusOf(broken.Kind);
    }
}
