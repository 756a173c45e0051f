using System.Security.Claims;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Authentication;

namespace Learning.Server.Pages.Account;

/// <summary>Begins and ends the session of the pages: a cookie that names a session, checked with each request.</summary>
internal sealed class PageSignIn(PasswordCheck passwords, Sessions sessions)
{
    /// <summary>Signs in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="userName">Name of the account.</param>
    /// <param name="password">Its password.</param>
    /// <param name="isKept">Whether the browser keeps the session when it is closed.</param>
    /// <exception cref="Errors.Refusal">The name and the password don't fit.</exception>
    public async Task BeginAsync(HttpContext context, string userName, string password, bool isKept)
    {
        var account = await passwords.AccountOfAsync(userName, password, context.RequestAborted);
        var session = await sessions.BeginOnPagesAsync(account, context.RequestAborted);
        var identity = new ClaimsIdentity([new Claim("sub", account.ToString()), new Claim("sid", session.ToString())], Schemes.Cookie, "name", "role");
        await context.SignInAsync(Schemes.Cookie, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = isKept });
    }

    /// <summary>Signs out: the session ends on the server too.</summary>
    public async Task EndAsync(HttpContext context)
    {
        if (Guid.TryParse(context.User.FindFirst("sid")?.Value, out var session))
        {
            await sessions.EndAsync(session, context.RequestAborted);
        }

        await context.SignOutAsync(Schemes.Cookie);
    }
}
