using Learning.Server.Conventions.Idempotency;
using Learning.Server.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Starting;

/// <summary>Throws away, once an hour, what nobody can use any more: kept replies of yesterday, sessions that ended.</summary>
internal sealed partial class Housekeeping(IServiceScopeFactory scopes, TimeProvider time, ILogger<Housekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await CleanAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SignInDbContext>();
            var now = time.GetUtcNow();
            var oldest = now - RepeatedRequests.Kept;
            await db.KeptReplies.Where(reply => reply.At < oldest).ExecuteDeleteAsync(cancellationToken);
            await db.Sessions.Where(session => session.ExpiresAt < now || session.EndedAt < oldest).ExecuteDeleteAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogFailed(problem.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Housekeeping failed with {Exception}; it is tried again in an hour")]
    private partial void LogFailed(string exception);
}
