using Learning.Server.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Pages;

/// <summary>What somebody sees who opens the address: what this is, and where to go on. No script.</summary>
internal static class StartPage
{
    private static readonly string Template = Read("StartPage.html");
    private static readonly string Style = Read("start.css");

    public static void MapStartPage(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("/", Handle);
        pages.MapGet("/start.css", () => TypedResults.Text(Style, "text/css; charset=utf-8"));
    }

    private static ContentHttpResult Handle(HttpContext context)
    {
        var language = context.Language();
        context.Response.Headers.ContentLanguage = language;
        context.Response.Headers.Vary = "Accept-Language";
        return TypedResults.Text(StartPageTexts.Fill(Template, language), "text/html; charset=utf-8");
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(StartPage).Assembly.GetManifestResourceStream($"Learning.Server.Pages.{name}")!);
        return reader.ReadToEnd();
    }
}
