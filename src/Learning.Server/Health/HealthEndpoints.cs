using Learning.Data;
using Learning.Retraining;
using Learning.Server.Errors;
using Learning.Server.Starting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Health;

/// <summary>Whether it can answer.</summary>
/// <param name="Status"><c>ready</c> or <c>starting</c>.</param>
/// <param name="Reasons">What it waits for; empty when it is ready.</param>
/// <param name="Warnings">What somebody should look at although it answers: <c>no-impressions</c>, <c>no-outcomes</c>, <c>drift FEATURE</c>, <c>model-unreadable</c>, <c>model-erased-members</c>, <c>training-failed</c>.</param>
public sealed record ReadyAnswer(string Status, IReadOnlyList<string> Reasons, IReadOnlyList<string> Warnings);

/// <summary>Whether it runs.</summary>
/// <param name="Status"><c>live</c>.</param>
public sealed record LiveAnswer(string Status);

/// <summary>What a machine asks before it sends people here.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/health").WithTags("Health").AllowAnonymous();
        group.MapGet("/live", () => TypedResults.Ok(new LiveAnswer("live"))).WithSummary("Whether the process runs");
        group.MapGet("/ready", Ready).WithSummary("Whether it can answer, and what it waits for");
    }

    /// <summary>Lets nobody into the API before it can answer.</summary>
    public static WebApplication UseReadiness(this WebApplication app)
    {
        var readiness = app.Services.GetRequiredService<Readiness>();
        app.Use((context, next) =>
        {
            if (readiness.IsReady || !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            {
                return next(context);
            }

            throw new Refusal("not-ready", StatusCodes.Status503ServiceUnavailable)
            {
                Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["steps"] = string.Join(", ", readiness.WaitingFor) },
            };
        });
        return app;
    }

    private static async Task<Results<Ok<ReadyAnswer>, JsonHttpResult<ReadyAnswer>>> Ready(Readiness readiness, LearningWatch watch, IDbContextFactory<LearningDbContext> contexts, CancellationToken cancellationToken)
    {
        if (!readiness.IsReady)
        {
            return TypedResults.Json(new ReadyAnswer("starting", readiness.WaitingFor, []), statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return TypedResults.Ok(new ReadyAnswer("ready", [], await watch.WarningsAsync(db, cancellationToken)));
    }
}
