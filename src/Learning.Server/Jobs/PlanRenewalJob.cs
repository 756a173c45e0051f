using Learning.Reviews.Batch;

namespace Learning.Server.Jobs;

/// <summary>Renews plans by night. Called by Hangfire, which finds it by its name.</summary>
public sealed class PlanRenewalJob(PlanRenewals renewals, PlanRunJob job)
{
    /// <summary>Name of the recurring job.</summary>
    public const string Name = "plan-renewal";

    /// <summary>Renews what needs it, one organisation after the other; what a process before left is gone on with.</summary>
    public async Task TonightAsync(CancellationToken cancellationToken)
    {
        foreach (var run in await renewals.AskAsync(cancellationToken))
        {
            await job.DoAsync(run.Id, cancellationToken);
        }
    }
}
