using System.Security.Cryptography;
using System.Text.Json;
using Learning.Data;
using Learning.Indexing;
using Learning.Materials;
using Learning.Ranking;
using Learning.Ranking.Models;
using Learning.Ranking.Scoring;
using Learning.Retraining.Fitting;
using Microsoft.Extensions.Options;

namespace Learning.Retraining;

/// <summary>
/// Learns from what people did: reads, makes the lists, fits, judges on the time after them against the model that serves, keeps
/// the model with all that was found, and promotes it when the gate lets it through. A function of the data: unchanged data train
/// nothing, and whoever is killed half way leaves nothing that the next one minds.
/// </summary>
public sealed class Retrainer(
    LearningDbContext db, Catalogue catalogue, MaterialSearch search, ModelStore store, Promotion promotion, IOptions<RetrainingOptions> options, TimeProvider time)
{
    private const int IdHash = 8;

    /// <summary>Trains once.</summary>
    /// <param name="progress">Told what it does: <c>read</c>, <c>lists</c>, <c>choose</c>, <c>fit</c>, <c>judge</c>; or null.</param>
    /// <param name="cancellationToken">Stops it; then nothing has changed.</param>
    /// <exception cref="BrokenRule">Another program trains right now.</exception>
    public async Task<TrainingOutcome> TrainAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        using var turn = await TrainingTurn.TakeAsync(store.Root, "training", TimeSpan.Zero, cancellationToken);
        store.TidyUp();
        progress?.Report("read");
        await search.CatchUpAsync(db, cancellationToken);
        var snapshot = await catalogue.CurrentAsync(db, cancellationToken);
        var data = await TrainingData.ReadAsync(db, snapshot, options.Value.MostPeople, time.GetUtcNow(), cancellationToken);
        if (data.Until is not { } until)
        {
            return new TrainingOutcome(TrainingStatus.TooLittle, null);
        }

        var hash = Hashed(data.Hash(until.AddDays(-2 * options.Value.HorizonDays), until.AddDays(-options.Value.HorizonDays)));
        var id = $"{until.UtcDateTime:yyyyMMdd}-{hash[..IdHash]}";
        if (store.Find(id) is { } known)
        {
            return new TrainingOutcome(TrainingStatus.Unchanged, known);
        }

        var serving = store.Current().Model;
        var round = new TrainingRound(data, search.VectorOf, options.Value)
        {
            Id = id,
            Hash = hash,
            Serving = serving,
            ServingScorer = ServingScorer(serving),
            ServingIsMarked = store.Erased(serving) is not null,
            Now = time.GetUtcNow(),
        };
        return round.Make(until, progress, cancellationToken) is { } made ? await KeepAsync(made, cancellationToken) : new TrainingOutcome(TrainingStatus.TooLittle, null);
    }

    private async Task<TrainingOutcome> KeepAsync(TrainedModel made, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        store.Keep(made.Manifest, made.Model.Bytes(), made.People);
        var status = made.Manifest.Refusals.Count > 0 ? TrainingStatus.Refused : options.Value.WaitForAdministrator ? TrainingStatus.Waiting : TrainingStatus.Promoted;
        if (status == TrainingStatus.Promoted)
        {
            await promotion.PromoteAsync(made.Manifest.Id, Promotion.ByGate, evenRefused: false, CancellationToken.None);
        }

        store.Prune(options.Value.Keep);
        return new TrainingOutcome(status, made.Manifest);
    }

    // Other settings on the same data are another training.
    private string Hashed(string data) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new { data, options.Value, TrainingRows.Features, linear = LinearFit.Parameters, trees = TreeFit.Parameters(0) }, ModelStore.Json)));

    private IScorer ServingScorer(string id) =>
        store.Find(id) is { } manifest ? ServingRankers.Scorer(manifest, store.Open(manifest)) : WeightedRanker.Scorer;
}

/// <summary>What became of a training.</summary>
/// <param name="Status">What.</param>
/// <param name="Model">The model that was made, or found because the data had not changed; null where there is none.</param>
public sealed record TrainingOutcome(TrainingStatus Status, ModelManifest? Model);
