using System.Reflection;
using Microsoft.AspNetCore.Razor.Hosting;

namespace Learning.Browser.Tests.Drivers;

/// <summary>Every page there is, read from the program itself, so that a new page cannot be forgotten.</summary>
internal static class SiteMap
{
    /// <summary>The routes of all pages, such as <c>/learn/{id:guid}</c>.</summary>
    public static IReadOnlyList<string> Routes { get; } =
    [
        .. typeof(Program).Assembly.GetCustomAttributes<RazorCompiledItemAttribute>()
            .Where(item => item.Kind == "mvc.1.0.razor-page")
            .SelectMany(item => item.Type.GetCustomAttributes<RazorCompiledItemMetadataAttribute>())
            .Where(metadata => metadata.Key == "RouteTemplate")
            .Select(metadata => metadata.Value)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Who looks at a page; those to whom it shows something of their own.</summary>
    public static IReadOnlyList<string> ViewersOf(string route) => route switch
    {
        "/sign-in" or "/offline" => [""],
        "/" => ["", "member"],
        "/coordinator/models" => ["administrator"],
        "/coordinator/policies" => ["coordinator", "administrator"],
        _ when route.StartsWith("/coordinator", StringComparison.Ordinal) => ["coordinator"],
        _ => ["member"],
    };

    /// <summary>Where one finds an address for a route that names a thing: a page, and the links on it.</summary>
    public static (string Page, string Links) SourceOf(string route) => route switch
    {
        "/learn/{id:guid}" or "/why/{id:guid}" => ("/search?q=安全", ".found a[href^='/learn/']"),
        "/coordinator/plans/{id:guid}" => ("/coordinator", "a[href^='/coordinator/plans/']"),
        "/coordinator/members/{id:guid}" => ("/coordinator/members", "tbody a[href^='/coordinator/members/']"),
        "/coordinator/materials/{id:guid}" => ("/coordinator/materials", "tbody a[href^='/coordinator/materials/']"),
        _ => throw new ArgumentException($"Say here where {route} gets its id from.", nameof(route)),
    };
}
