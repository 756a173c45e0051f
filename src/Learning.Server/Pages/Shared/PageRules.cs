using Microsoft.AspNetCore.Mvc.Filters;

namespace Learning.Server.Pages.Shared;

/// <summary>What holds for every page: what it may load and run, in which language it is, and that nobody else's cache keeps it.</summary>
internal sealed class PageRules : IResourceFilter
{
    /// <summary>Everything from here, nothing inline, nothing from elsewhere.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public void OnResourceExecuting(ResourceExecutingContext context) => Apply(context.HttpContext);

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
        // All is said before.
    }

    /// <summary>Sets the headers of a page.</summary>
    public static void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-cache, no-store";
        headers.Vary = "Accept-Language, Cookie";
        headers.ContentLanguage = context.RequestServices.GetRequiredService<Words>().Tag;
    }
}
