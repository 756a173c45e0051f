using Hangfire;
using Learning.Retraining;
using Learning.Reviews.Batch;
using Learning.Server.Starting;
using Microsoft.Extensions.Options;

namespace Learning.Server.Jobs;

/// <summary>Once the server is ready: what a process before left unfinished goes into the queue again, and the schedule begins.</summary>
internal sealed class JobsStart(
    Readiness readiness, IServiceScopeFactory scopes, IBackgroundJobClient jobs, IRecurringJobManager schedule, IOptions<RetrainingOptions> options, IOptions<RenewalOptions> renewal)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await readiness.WhenReady.WaitAsync(stoppingToken);
            await using var scope = scopes.CreateAsyncScope();
            foreach (var run in await scope.ServiceProvider.GetRequiredService<TrainingRuns>().UnfinishedAsync(stoppingToken))
            {
                jobs.Enqueue<RetrainingJob>(job => job.DoAsync(run.Id, CancellationToken.None));
            }

            foreach (var run in await scope.ServiceProvider.GetRequiredService<PlanRuns>().UnfinishedAsync(stoppingToken))
            {
                jobs.Enqueue<PlanRunJob>(job => job.DoAsync(run.Id, CancellationToken.None));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }

        if (options.Value.Schedule.Length > 0)
        {
            schedule.AddOrUpdate<RetrainingJob>(RetrainingJob.Name, job => job.TodayAsync(CancellationToken.None), options.Value.Schedule);
        }

        if (renewal.Value.Schedule.Length > 0)
        {
            schedule.AddOrUpdate<PlanRenewalJob>(PlanRenewalJob.Name, job => job.TonightAsync(CancellationToken.None), renewal.Value.Schedule);
        }
    }
}
