using Learning.Data;
using Learning.Ranking.Models;
using Learning.Retraining;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Retraining;

/// <summary>Which model serves, which are kept, and the last trainings.</summary>
/// <param name="Serving">Id of the model that serves; <c>weighted-1</c> is the one set by hand.</param>
/// <param name="Since">Since when; null where none was ever promoted.</param>
/// <param name="By">Who put it there: <c>gate</c> or a role.</param>
/// <param name="Before">Those that served before it, the last first.</param>
/// <param name="Items">The models, newest first.</param>
/// <param name="Trainings">The last trainings, newest first.</param>
public sealed record ModelsAnswer(
    string Serving, DateTimeOffset? Since, string By, IReadOnlyList<string> Before, IReadOnlyList<ModelView> Items, IReadOnlyList<TrainingView> Trainings);

/// <summary>A model that is kept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind"><c>linear</c> or <c>trees</c>.</param>
/// <param name="Parent">Id of the model that served when it was trained.</param>
/// <param name="TrainedAt">When.</param>
/// <param name="Data">On what.</param>
/// <param name="Scores">How good it was on the time after its data, against the model that served.</param>
/// <param name="Groups">The same by age band and occupation group.</param>
/// <param name="Weights">How much each feature counts.</param>
/// <param name="Refusals">Why the gate refused it; empty when it passed.</param>
/// <param name="Erased">How many people it was trained on were erased since.</param>
public sealed record ModelView(
    string Id, string Kind, string Parent, DateTimeOffset TrainedAt, ModelData Data, ModelScores Scores, IReadOnlyList<GroupScores> Groups,
    IReadOnlyDictionary<string, double> Weights, IReadOnlyList<string> Refusals, int Erased)
{
    internal static ModelView Of(ModelManifest manifest, ErasedMark? erased) => new(
        manifest.Id, manifest.Kind, manifest.Parent, manifest.TrainedAt, manifest.Data, manifest.Scores, manifest.Groups, manifest.Weights, manifest.Refusals, erased?.Count ?? 0);
}

/// <summary>A training that was asked for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">What makes it one and the same.</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="StartedAt">When it was begun last; null while it waits.</param>
/// <param name="EndedAt">When it ended; null while it waits or runs.</param>
/// <param name="Status">What became of it; null while it waits or runs.</param>
/// <param name="Model">The model it made or found.</param>
/// <param name="Reasons">Why the gate refused, or what failed.</param>
public sealed record TrainingView(Guid Id, string Key, DateTimeOffset AskedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, TrainingStatus? Status, string? Model, string Reasons)
{
    internal static TrainingView Of(TrainingRun run) => new(run.Id, run.Key, run.AskedAt, run.StartedAt, run.EndedAt, run.Status, run.Model, run.Reasons);
}

/// <summary>Lists the models.</summary>
internal static class ListModels
{
    private const int MostTrainings = 30;

    public static void Map(RouteGroupBuilder group) => group.MapGet("", Handle)
        .WithSummary("Which model ranks, which are kept, and the last trainings");

    private static async Task<Ok<ModelsAnswer>> Handle(ModelStore store, LearningDbContext db, CancellationToken cancellationToken)
    {
        var current = store.Current();
        var runs = await db.TrainingRuns.AsNoTracking().OrderByDescending(run => run.Id).Take(MostTrainings).ToListAsync(cancellationToken);
        return TypedResults.Ok(new ModelsAnswer(
            current.Model, current.Since, current.By, current.Before,
            [.. store.All().Select(manifest => ModelView.Of(manifest, store.Erased(manifest.Id)))],
            [.. runs.Select(TrainingView.Of)]));
    }
}
