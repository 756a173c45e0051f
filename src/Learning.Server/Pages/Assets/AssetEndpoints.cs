using System.Text;
using Learning.Server.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Pages.Assets;

/// <summary>Serves what pages are drawn with.</summary>
internal static class AssetEndpoints
{
    private const string ForEver = "public, max-age=31536000, immutable";

    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        var assets = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        assets.MapGet("/assets/{version}/{name}", Asset);
        assets.MapGet("/sw.js", ServiceWorker);
        assets.MapGet("/app.webmanifest", Manifest);
    }

    private static Results<FileContentHttpResult, NotFound> Asset(string version, string name, AssetFiles files, HttpResponse response)
    {
        if (version != files.Version || files.Find(name) is not { } bytes)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = ForEver;
        return TypedResults.File(bytes, KindOf(name));
    }

    // Its own address never changes, so browsers ask each time whether it does. It is told what to keep by its first line.
    private static ContentHttpResult ServiceWorker(AssetFiles files, HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; connect-src 'self'";
        var kept = string.Join(',', files.Names.Where(name => name is not "sw.js" and not "console.css" and not "console.js" and not "editor.js").Order(StringComparer.Ordinal).Select(name => $"\"{files[name]}\""));
        return TypedResults.Text($"const VERSION=\"{files.Version}\",ASSETS=[{kept}];\n{Encoding.UTF8.GetString(files.Find("sw.js")!)}", "text/javascript; charset=utf-8");
    }

    private static ContentHttpResult Manifest(AssetFiles files, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Vary = "Accept-Language, Cookie";
        var (name, about) = context.Language() == "zh" ? ("学习", "适合你的学习材料和计划") : ("Learning", "What suits you, and when");
        return TypedResults.Text(
            $$"""
            {"id":"/","name":"{{name}}","short_name":"{{name}}","description":"{{about}}","start_url":"/","scope":"/","display":"standalone","background_color":"#f6f4ee","theme_color":"#0f5c4d",
            "icons":[{"src":"{{files["icon.svg"]}}","sizes":"any","type":"image/svg+xml","purpose":"any"},{"src":"{{files["icon-192.png"]}}","sizes":"192x192","type":"image/png","purpose":"any maskable"},{"src":"{{files["icon-512.png"]}}","sizes":"512x512","type":"image/png","purpose":"any maskable"}]}
            """,
            "application/manifest+json; charset=utf-8");
    }

    private static string KindOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        _ => "application/octet-stream",
    };
}
