using Learning.Candidates;
using Learning.Data;
using Learning.Ranking;
using Learning.Ranking.Models;
using Microsoft.Extensions.Options;

namespace Learning.Server.Ranking;

/// <summary>Tells how it ranks: the same to programs and on the page.</summary>
internal sealed class AlgorithmTold(ServingRankers serving, ModelStore store, StatisticsKeeper statistics, IOptions<ExplorationOptions> exploration, LearningDbContext db)
{
    private static readonly string[] NotUsed = ["name", "gender", "screen-time", "place", "others-off", "plans-refused"];

    public async Task<AlgorithmView> InAsync(string language, CancellationToken cancellationToken)
    {
        var ranker = serving.Current();
        var manifest = serving.Manifest() is { } known && known.Id == ranker.Id ? known : null;
        var people = (await statistics.CurrentAsync(db, cancellationToken)).People;
        return new AlgorithmView(
            ranker.Id,
            Texts.Of("algorithm", language),
            [.. ranker.Weights.Select(weight => new FeatureView(
                weight.Name, Texts.Of("feature-" + weight.Name, language), weight.Weight, weight.Personal, manifest?.Weights.ContainsKey(weight.Name) == true))],
            [.. NotUsed.Select(what => Texts.Of("not-used-" + what, language))],
            [.. Recall.Sources.Select(source => source.Source.Name)],
            Funnel.Rules,
            exploration.Value.Share,
            Texts.Of("algorithm-off", language),
            people,
            manifest is null ? null : TrainedView.Of(manifest, store.Current(), store.Erased(manifest.Id), language));
    }
}
