using System.Text.Json;
using Learning.Ranking.Scoring;
using Microsoft.Extensions.Logging;

namespace Learning.Ranking.Models;

/// <summary>
/// Gives each list the model that serves. It looks at <c>current.json</c> every time, which costs microseconds, so a promotion or
/// rollback by any process holds for the next list in all of them; a list that has begun is finished with the model it began with.
/// A model that can't be read is not served: the last good one goes on.
/// </summary>
public sealed partial class ServingRankers(ModelStore store, ILogger<ServingRankers> logger)
{
    private volatile Loaded _loaded = new("", new WeightedRanker(), null, "");

    /// <summary>The ranker for the next list.</summary>
    public IRanker Current() => Follow().Ranker;

    /// <summary>The manifest of the model that serves; null for the one set by hand.</summary>
    public ModelManifest? Manifest() => Follow().Manifest;

    /// <summary>Why what is in <c>current.json</c> does not serve; empty when it does.</summary>
    public string Problem() => Follow().Problem;

    /// <summary>The ranker of a manifest.</summary>
    /// <exception cref="JsonException">The model does not fit the features of this version.</exception>
    /// <exception cref="InvalidDataException">The model is not the one its manifest tells of.</exception>
    public static FeatureRanker Load(ModelManifest manifest, ModelFile model) => new(
        manifest.Id,
        Scorer(manifest, model),
        WeightedRanker.Scorer,
        [
            new FeatureWeight("query-match", WeightedRanker.PointsForQuery, Personal: false),
            new FeatureWeight("required", WeightedRanker.PointsForDuty, Personal: false),
            .. manifest.Weights.OrderByDescending(weight => Math.Abs(weight.Value)).ThenBy(weight => weight.Key, StringComparer.Ordinal)
                .Select(weight => new FeatureWeight(weight.Key, Math.Round(weight.Value, 4), FeatureSet.ByName[weight.Key].Personal)),
        ]);

    /// <summary>The scorer of a manifest.</summary>
    public static FittedScorer Scorer(ModelManifest manifest, ModelFile model) =>
        new(model.Scorer(manifest.Features), manifest.Offset, manifest.Scale, ByHand);

    private static LinearScorer ByHand { get; } = new(
        [.. FeatureSet.All.Select(feature => feature.Name switch { "query-match" => WeightedRanker.PointsForQuery, "required" => WeightedRanker.PointsForDuty, _ => 0 })]);

    private Loaded Follow()
    {
        var loaded = _loaded;
        var text = store.CurrentText();
        return text == loaded.Text ? loaded : _loaded = Load(text, loaded);
    }

    private Loaded Load(string text, Loaded before)
    {
        try
        {
            var id = text.Length == 0 ? WeightedRanker.Name : JsonSerializer.Deserialize<ServingModel>(text, ModelStore.Json)?.Model ?? "";
            if (id == WeightedRanker.Name)
            {
                return new Loaded(text, new WeightedRanker(), null, "");
            }

            var manifest = store.Find(id) ?? throw new InvalidDataException($"There is no model {id}.");
            var loaded = new Loaded(text, Load(manifest, store.Open(manifest)), manifest, "");
            LogServes(id);
            return loaded;
        }
        catch (Exception problem) when (problem is JsonException or InvalidDataException or IOException or KeyNotFoundException or ArgumentException)
        {
            LogNotServed(before.Ranker.Id, problem);
            return before with { Text = text, Problem = problem.Message };
        }
    }

    [LoggerMessage(LogLevel.Information, "The model {Model} serves")]
    private partial void LogServes(string model);

    [LoggerMessage(LogLevel.Error, "The promoted model can't be read; {Model} goes on serving")]
    private partial void LogNotServed(string model, Exception problem);

    private sealed record Loaded(string Text, IRanker Ranker, ModelManifest? Manifest, string Problem);
}
