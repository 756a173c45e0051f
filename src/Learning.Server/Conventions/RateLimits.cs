using System.Threading.RateLimiting;
using Learning.Server.Settings;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Learning.Server.Conventions;

/// <summary>How often one caller may ask.</summary>
internal static class RateLimits
{
    /// <summary>Name of the limit on the API: per account.</summary>
    public const string Api = "api";

    /// <summary>Name of the limit on signing in: per address.</summary>
    public const string SignIn = "sign-in";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(Api, context => PerMinute(context.User.FindFirst("sub")?.Value ?? Address(context), Limits(context).CallsPerMinute));
            limiter.AddPolicy(SignIn, context => PerMinute(Address(context), Limits(context).SignInsPerMinute));
        });
        return services;
    }

    private static LimitSettings Limits(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<LimitSettings>>().Value;

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static RateLimitPartition<string> PerMinute(string who, int calls) => RateLimitPartition.GetFixedWindowLimiter(
        who, _ => new FixedWindowRateLimiterOptions { PermitLimit = calls, Window = Window });
}
