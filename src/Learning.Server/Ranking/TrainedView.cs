using System.Globalization;
using Learning.Ranking.Models;

namespace Learning.Server.Ranking;

/// <summary>What a trained model was made from and how good it is.</summary>
/// <param name="Text">In words.</param>
/// <param name="Kind"><c>linear</c> or <c>trees</c>.</param>
/// <param name="TrainedAt">When.</param>
/// <param name="DataFrom">First moment of its data.</param>
/// <param name="DataUntil">Nothing after it was trained on.</param>
/// <param name="People">On how many people's records.</param>
/// <param name="Lists">On how many lists.</param>
/// <param name="FromRecords">Share of the lists that were made from records, because none had been logged; 0–1.</param>
/// <param name="Synthetic">Share of the records that are synthetic; 0–1.</param>
/// <param name="Ndcg">nDCG@10 on the time after its data, for people it was compared on.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Before">nDCG@10 of the model before, for the same people.</param>
/// <param name="Judged">For how many people.</param>
/// <param name="ForWhom">The same by age band and occupation group.</param>
/// <param name="PromotedBy">Who let it rank: <c>gate</c> or a role.</param>
/// <param name="Refusals">What the gate had against it, where a person let it rank all the same.</param>
/// <param name="Erased">How many people it was trained on were erased since; the next model is without them.</param>
public sealed record TrainedView(
    string Text, string Kind, DateTimeOffset TrainedAt, DateTimeOffset DataFrom, DateTimeOffset DataUntil, int People, int Lists, double FromRecords, double Synthetic,
    double Ndcg, double Low, double High, double Before, int Judged, IReadOnlyList<ForWhomView> ForWhom, string PromotedBy, IReadOnlyList<string> Refusals, int Erased)
{
    internal static TrainedView Of(ModelManifest manifest, ServingModel serving, ErasedMark? erased, string language) => new(
        Texts.Of("algorithm-trained-" + manifest.Kind, language, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["date"] = manifest.TrainedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["people"] = manifest.Data.People.ToString(CultureInfo.InvariantCulture),
            ["judged"] = manifest.Scores.People.ToString(CultureInfo.InvariantCulture),
            ["ndcg"] = manifest.Scores.Ndcg.ToString("0.000", CultureInfo.InvariantCulture),
            ["before"] = manifest.Scores.Serving.ToString("0.000", CultureInfo.InvariantCulture),
        }),
        manifest.Kind, manifest.TrainedAt, manifest.Data.From, manifest.Data.Cut, manifest.Data.People, manifest.Data.Lists,
        manifest.Data.Lists == 0 ? 0 : Math.Round(manifest.Data.Replayed / (double)manifest.Data.Lists, 3), Math.Round(manifest.Data.Synthetic, 3),
        Math.Round(manifest.Scores.Ndcg, 4), Math.Round(manifest.Scores.Low, 4), Math.Round(manifest.Scores.High, 4), Math.Round(manifest.Scores.Serving, 4), manifest.Scores.People,
        [.. manifest.Groups.Select(group => new ForWhomView(group.AgeBand, group.Occupation, group.People, Math.Round(group.Ndcg, 4), Math.Round(group.Serving, 4)))],
        serving.By, manifest.Refusals, erased?.Count ?? 0);
}

/// <summary>How good a model is for a group.</summary>
/// <param name="AgeBand">Age band; null: all.</param>
/// <param name="Occupation">Occupation group; null: all.</param>
/// <param name="People">How many people.</param>
/// <param name="Ndcg">nDCG@10 of the model.</param>
/// <param name="Before">nDCG@10 of the model before.</param>
public sealed record ForWhomView(string? AgeBand, string? Occupation, int People, double Ndcg, double Before);
