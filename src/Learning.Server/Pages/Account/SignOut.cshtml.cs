using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Learning.Server.Pages.Account;

/// <summary>Ends the session. The page it leads to lets the browser forget the kept pages; records not sent yet stay with the person they belong to.</summary>
internal sealed class SignOutPage(PageSignIn signIn) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.EndAsync(HttpContext);
        return LocalRedirect("/sign-in");
    }
}
