using Learning.Server.Pages.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Learning.Server.Pages;

/// <summary>Choices about how pages look, kept in cookies of this browser: language, light or dark, size of type, big mode. They tell nothing about the person.</summary>
internal static class Choices
{
    public static void MapChoices(this IEndpointRouteBuilder app)
    {
        // Nothing but the look of this browser changes, so a form without a token does no harm.
        var choices = app.MapGroup("").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        choices.MapPost("/language", ChooseLanguage);
        choices.MapPost("/look", ChooseLook);
    }

    internal static CookieOptions ForAYear(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };

    private static RedirectHttpResult ChooseLanguage([FromForm] string? to, [FromForm] string? back, HttpContext context)
    {
        if (ChosenLanguage.IsKnown(to))
        {
            ChosenLanguage.Keep(context, to!);
        }

        return Back(back);
    }

    private static RedirectHttpResult ChooseLook([FromForm] string? theme, [FromForm] string? type, [FromForm] string? mode, [FromForm] string? back, HttpContext context)
    {
        Look.Of(context).With(theme, type, mode).Keep(context);
        return Back(back);
    }

    // Only to a page of ours; an address as browsers write it has no other signs than these.
    private static RedirectHttpResult Back(string? back) =>
        TypedResults.LocalRedirect(back is { Length: > 0 } && back[0] == '/' && !back.StartsWith("//", StringComparison.Ordinal) && back.All(sign => sign is > ' ' and < '\x7f' and not '\\') ? back : "/");
}
