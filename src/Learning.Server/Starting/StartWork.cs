namespace Learning.Server.Starting;

/// <summary>Does the steps, one after another, while the server already says what it waits for. A step that fails ends the server: half a start is none.</summary>
internal sealed partial class StartWork(
    IEnumerable<StartStep> steps, Readiness readiness, IServiceScopeFactory scopes, StartFailure failure, IHostApplicationLifetime lifetime, ILogger<StartWork> logger, TimeProvider time)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // The rest of the host goes on starting meanwhile.
            await Task.Yield();
            foreach (var step in steps)
            {
                await RunAsync(step, stoppingToken);
            }

            readiness.Done("start");
            LogReady();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is stopped before it was ready; the next start goes on from what is stored.
        }
        catch (Exception problem)
        {
            failure.Problem = problem;
            lifetime.StopApplication();
        }
    }

    private async Task RunAsync(StartStep step, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        await step.Run(scope.ServiceProvider, cancellationToken);
        readiness.Done(step.Name);
        LogStep(step.Name, (long)time.GetElapsedTime(began).TotalMilliseconds);
    }

    [LoggerMessage(LogLevel.Information, "{Step} done in {Milliseconds} ms")]
    private partial void LogStep(string step, long milliseconds);

    [LoggerMessage(LogLevel.Information, "Ready")]
    private partial void LogReady();
}

/// <summary>Why the start failed; empty when it did not.</summary>
internal sealed class StartFailure
{
    /// <summary>What was thrown.</summary>
    public Exception? Problem { get; set; }
}
