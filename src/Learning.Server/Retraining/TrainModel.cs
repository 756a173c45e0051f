using Hangfire;
using Learning.Retraining;
using Learning.Server.Jobs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Retraining;

/// <summary>Asks for a training beside the requests.</summary>
internal static class TrainModel
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/train", Handle)
        .WithSummary("Train now")
        .WithDescription("The training is kept in a list and done once, also when the server is stopped meanwhile. GET /models tells what became of it.");

    private static async Task<Accepted<TrainingView>> Handle(TrainingRuns runs, IBackgroundJobClient jobs, TimeProvider time, CancellationToken cancellationToken)
    {
        // Whoever asks twice in a minute means one training.
        var run = await runs.AskAsync($"asked {time.GetUtcNow():yyyy-MM-dd HH:mm}", cancellationToken);
        jobs.Enqueue<RetrainingJob>(job => job.DoAsync(run.Id, CancellationToken.None));
        return TypedResults.Accepted("/api/v1/models", TrainingView.Of(run));
    }
}
