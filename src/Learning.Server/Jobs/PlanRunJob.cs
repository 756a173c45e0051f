using Learning.Reviews.Batch;

namespace Learning.Server.Jobs;

/// <summary>Plans many members. Called by Hangfire, which finds it by its name.</summary>
public sealed class PlanRunJob(PlanRunWork work)
{
    // The other cores are for the requests.
    private const int AtOnce = 1;

    /// <summary>Does what is left of a run that stands in the list.</summary>
    public Task DoAsync(Guid run, CancellationToken cancellationToken) => work.DoAsync(run, AtOnce, progress: null, cancellationToken);
}
