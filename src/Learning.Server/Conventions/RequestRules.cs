using System.Text;
using Learning.Server.Errors;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Learning.Server.Conventions;

/// <summary>What no request may hold, whoever reads it: NUL in the address, a text in an encoding nobody reads.</summary>
internal static class RequestRules
{
    public static WebApplication UseRequestRules(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            Check(context.Request);
            return next(context);
        });
        return app;
    }

    private static void Check(HttpRequest request)
    {
        if (request.Path.Value!.Contains('\0', StringComparison.Ordinal) || request.QueryString.Value!.Contains("%00", StringComparison.Ordinal))
        {
            throw new Refusal("nul-in-address", StatusCodes.Status400BadRequest);
        }

        if (request.ContentType is { } type && MediaTypeHeaderValue.TryParse(type, out var media) && media.Charset.HasValue && IsJson(media)
            && !media.Charset.Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase))
        {
            throw new Refusal("charset-not-read", StatusCodes.Status415UnsupportedMediaType);
        }
    }

    private static bool IsJson(MediaTypeHeaderValue media) =>
        media.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || media.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase);
}
