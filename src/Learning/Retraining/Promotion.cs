using System.Text.Json;
using Learning.Ranking;
using Learning.Ranking.Models;

namespace Learning.Retraining;

/// <summary>Puts a model to serve, and back. One at a time, whichever process asks.</summary>
public sealed class Promotion(ModelStore store, TimeProvider time)
{
    /// <summary>Who promotes when nobody decides.</summary>
    public const string ByGate = "gate";

    private const int Remembered = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Puts a model to serve.</summary>
    /// <param name="id">The model; <see cref="WeightedRanker.Name"/> is the one set by hand.</param>
    /// <param name="by">Who decides, as a role: <c>gate</c>, <c>administrator</c>, <c>command line</c>.</param>
    /// <param name="evenRefused">Whether a model may serve that the gate refused.</param>
    /// <param name="cancellationToken">Stops it before anything is changed.</param>
    /// <exception cref="BrokenRule">There is no such model, it serves already, the gate refused it, or it can't be read.</exception>
    public async Task<ServingModel> PromoteAsync(string id, string by, bool evenRefused, CancellationToken cancellationToken)
    {
        using var turn = await TrainingTurn.TakeAsync(store.Root, "promotion", Patience, cancellationToken);
        var current = store.Current();
        if (current.Model == id)
        {
            throw new BrokenRule("model-serves", $"The model {id} serves already.", "There is nothing to do.", BrokenRuleKind.Conflict) { Values = Values(id) };
        }

        if (id != WeightedRanker.Name)
        {
            Demand(id, evenRefused);
        }

        var serving = new ServingModel(id, time.GetUtcNow(), by, [.. new[] { current.Model }.Concat(current.Before).Take(Remembered)]);
        store.Put(serving);
        return serving;
    }

    /// <summary>Puts back the model that served before.</summary>
    /// <param name="by">Who decides.</param>
    /// <param name="cancellationToken">Stops it before anything is changed.</param>
    /// <exception cref="BrokenRule">None served before that is still kept.</exception>
    public async Task<ServingModel> RollBackAsync(string by, CancellationToken cancellationToken)
    {
        using var turn = await TrainingTurn.TakeAsync(store.Root, "promotion", Patience, cancellationToken);
        var before = store.Current().Before.SkipWhile(id => id != WeightedRanker.Name && store.Find(id) is null).ToList();
        if (before.Count == 0)
        {
            throw new BrokenRule("no-model-before", "No model served before this one.", "Promote one by its id; GET /models or learning models lists them.", BrokenRuleKind.Conflict);
        }

        var serving = new ServingModel(before[0], time.GetUtcNow(), by, before[1..]);
        store.Put(serving);
        return serving;
    }

    private void Demand(string id, bool evenRefused)
    {
        var manifest = store.Find(id)
            ?? throw new BrokenRule("model-not-kept", $"There is no model {id}.", "GET /models or learning models lists those that are kept.", BrokenRuleKind.NotFound) { Values = Values(id) };
        if (manifest.Refusals.Count > 0 && !evenRefused)
        {
            throw new BrokenRule(
                "model-refused",
                $"The gate refused the model {id}: {string.Join(", ", manifest.Refusals)}.",
                "Train on more data; or promote it with force, knowing for whom it is worse.",
                BrokenRuleKind.Conflict)
            { Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["model"] = id, ["reasons"] = string.Join(", ", manifest.Refusals) } };
        }

        try
        {
            ServingRankers.Load(manifest, store.Open(manifest));
        }
        catch (Exception problem) when (problem is JsonException or IOException or InvalidDataException or KeyNotFoundException or ArgumentException)
        {
            throw new BrokenRule("model-unreadable", $"The model {id} can't be read: {problem.Message}", "Train again.", BrokenRuleKind.Conflict) { Values = Values(id) };
        }
    }

    private static Dictionary<string, object?> Values(string id) => new(StringComparer.Ordinal) { ["model"] = id };
}
