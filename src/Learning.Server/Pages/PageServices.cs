using System.Text.Encodings.Web;
using System.Text.Unicode;
using Learning.Server.Errors;
using Learning.Server.Pages.Account;
using Learning.Server.Pages.Assets;
using Learning.Server.Pages.Coordinator;
using Learning.Server.Pages.Member;
using Learning.Server.Pages.Shared;
using Learning.Server.SignIn;
using Microsoft.Extensions.WebEncoders;

namespace Learning.Server.Pages;

/// <summary>
/// What people see. Rendered here as plain HTML that works without script; small modules add what only a script can do
/// (speech, working without network, keys). No inline script or style, so that the content security policy needs no exception.
/// </summary>
internal static class PageServices
{
    /// <summary>Header in which a script shows that a page of ours sent it.</summary>
    public const string FormHeader = "X-Form";

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(pages =>
        {
            pages.Conventions.AuthorizeFolder("/Coordinator", Policies.Coordinates);
            pages.Conventions.ConfigureFilter(new PageRules());
            pages.Conventions.ConfigureFilter(new FormRules());
        });
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "learning-form";
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.HeaderName = FormHeader;
        });

        // Chinese in a page is three bytes a sign, not eight; what HTML would act on stays escaped.
        services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<AssetFiles>();
        services.AddScoped<Words>().AddScoped<People>();
        services.AddScoped<PageSignIn>();
        services.AddScoped<TodayReader>().AddScoped<CalendarFeeds>().AddScoped<Complaints>();
        services.AddScoped<ReviewQueue>().AddScoped<PictureReader>().AddScoped<HoursOfMembers>();

        // Before the one that writes JSON: a person in a browser gets a page.
        services.Insert(0, ServiceDescriptor.Singleton<IProblemDetailsWriter, ProblemPageWriter>());
        return services;
    }

    /// <summary>The language chosen on a page counts before the one the browser asks for.</summary>
    public static WebApplication UsePages(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            ChosenLanguage.Apply(context);
            return next(context);
        });
        return app;
    }

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapAssets();
        app.MapChoices();
        app.MapOfflinePages();
        app.MapRazorPages().ExcludeFromDescription();
    }
}
