namespace Learning.Server.Conventions.Idempotency;

/// <summary>Makes every POST of the API repeatable, unless it says it is not.</summary>
internal static class IdempotencyServices
{
    public static IServiceCollection AddIdempotency(this IServiceCollection services) => services.AddSingleton<RequestTurns>();

    public static WebApplication UseIdempotency(this WebApplication app)
    {
        app.UseMiddleware<RepeatedRequests>();
        return app;
    }
}
