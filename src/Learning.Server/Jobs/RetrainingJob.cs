using Learning.Retraining;

namespace Learning.Server.Jobs;

/// <summary>Trains. Called by Hangfire, which finds it by its name.</summary>
public sealed class RetrainingJob(TrainingRuns runs, TimeProvider time)
{
    /// <summary>Name of the recurring job.</summary>
    public const string Name = "retraining";

    /// <summary>Does what the schedule asks for today, once.</summary>
    public async Task TodayAsync(CancellationToken cancellationToken)
    {
        var run = await runs.AskAsync($"schedule {time.GetUtcNow():yyyy-MM-dd}", cancellationToken);
        await runs.DoAsync(run.Id, cancellationToken);
    }

    /// <summary>Does a training that stands in the list.</summary>
    public Task DoAsync(Guid run, CancellationToken cancellationToken) => runs.DoAsync(run, cancellationToken);
}
