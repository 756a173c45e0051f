using Learning.Server.Errors;

namespace Learning.Server.Pages;

/// <summary>The language somebody chose on a page, in a cookie. Without one the browser's wish decides.</summary>
internal static class ChosenLanguage
{
    public const string Cookie = "learning-language";

    /// <summary>Whether it is a language that pages have.</summary>
    public static bool IsKnown(string? language) => language is "zh" or "en";

    /// <summary>
    /// Lets the choice stand for what the browser asks; the API goes by its own header. Where neither says a language that pages have, the language
    /// in which the page will be written is asked for, so that a plan on it is told in no other.
    /// </summary>
    public static void Apply(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            context.Request.Headers.AcceptLanguage = context.Request.Cookies[Cookie] is { } chosen && IsKnown(chosen) ? chosen : context.Language();
        }
    }

    /// <summary>Keeps a choice for a year.</summary>
    public static void Keep(HttpContext context, string language) => context.Response.Cookies.Append(Cookie, language, Choices.ForAYear(context));
}
