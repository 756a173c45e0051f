using Learning.Server.Conventions;
using Learning.Server.Errors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Learning.Server.Pages.Account;

/// <summary>Signs in with a name and a password.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class SignInPage(PageSignIn signIn) : PageModel
{
    private const int LongestName = 256;
    private const int LongestPassword = 1024;

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public bool Keep { get; set; }

    /// <summary>Why it was refused, in words; null while it was not.</summary>
    public string? Refused { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(UserName) || string.IsNullOrEmpty(Password) || UserName.Length > LongestName || Password.Length > LongestPassword)
        {
            return Refuse("sign-in-refused");
        }

        try
        {
            await signIn.BeginAsync(HttpContext, UserName, Password, Keep);
        }
        catch (Refusal refusal)
        {
            return Refuse(refusal.Rule);
        }

        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }

    private PageResult Refuse(string rule)
    {
        Refused = ProblemTexts.Detail(rule, HttpContext.Language());
        Password = null;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Page();
    }
}
