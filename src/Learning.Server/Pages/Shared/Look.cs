namespace Learning.Server.Pages.Shared;

/// <summary>How pages look in this browser: light or dark, size of type, and big mode with fewer choices and high contrast.</summary>
/// <param name="Theme"><c>auto</c>, <c>light</c> or <c>dark</c>.</param>
/// <param name="Type"><c>m</c>, <c>l</c> or <c>xl</c>.</param>
/// <param name="IsBig">Whether big mode is on.</param>
internal sealed record Look(string Theme, string Type, bool IsBig)
{
    public const string Cookie = "learning-look";

    private static readonly Look Usual = new("auto", "m", IsBig: false);

    /// <summary>The look chosen in the browser that asks.</summary>
    public static Look Of(HttpContext context) => context.Request.Cookies[Cookie]?.Split('.') is [var theme, var type, var mode]
        ? Usual.With(theme, type, mode)
        : Usual;

    /// <summary>The same with what is given and known; the rest stays.</summary>
    public Look With(string? theme, string? type, string? mode) => new(
        theme is "auto" or "light" or "dark" ? theme : Theme,
        type is "m" or "l" or "xl" ? type : Type,
        mode switch { "big" => true, "usual" => false, _ => IsBig });

    /// <summary>Keeps it for a year.</summary>
    public void Keep(HttpContext context) =>
        context.Response.Cookies.Append(Cookie, $"{Theme}.{Type}.{(IsBig ? "big" : "usual")}", Choices.ForAYear(context));
}
