using System.Net;
using Learning.Server.Conventions.Idempotency;
using Learning.Server.Conventions.Json;
using Learning.Server.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Learning.Server.Conventions;

/// <summary>What holds for every request.</summary>
internal static class ConventionServices
{
    public static IServiceCollection AddConventions(this IServiceCollection services)
    {
        services.AddJson();
        services.AddValidation();
        services.AddRateLimits();
        services.AddIdempotency();
        services.AddResponseCompression(compression =>
        {
            // Never what differs by person: its size would tell about its content.
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/css", "text/javascript", "application/javascript", "image/svg+xml", "font/woff2"];
        });
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<LearningSettings>>((forwarded, settings) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in settings.Value.Proxies)
            {
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
        return services;
    }

    public static WebApplication UseConventions(this WebApplication app)
    {
        if (app.Configuration.GetSection($"{LearningSettings.Section}:{nameof(LearningSettings.Proxies)}").GetChildren().Any())
        {
            app.UseForwardedHeaders();
        }

        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
            app.UseHttpsRedirection();
        }

        app.UseSecurityHeaders();
        app.UseRequestRules();
        app.UseResponseCompression();
        return app;
    }
}
