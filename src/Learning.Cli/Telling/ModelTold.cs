using Learning.Ranking.Models;

namespace Learning.Cli.Telling;

/// <summary>A trained model: what it was made from, how good it is, and for whom.</summary>
internal sealed record ModelTold(
    string Id, string Kind, string Parent, DateTimeOffset TrainedAt, ModelData Data, ModelScores Scores, IReadOnlyDictionary<string, double> Chosen,
    IReadOnlyList<string> Refusals, int Erased, IReadOnlyDictionary<string, double> Weights, IReadOnlyList<GroupScores> Groups)
{
    private const int MostWeights = 6;

    public static ModelTold Of(ModelManifest manifest, ErasedMark? erased) => new(
        manifest.Id, manifest.Kind, manifest.Parent, manifest.TrainedAt, manifest.Data, manifest.Scores, manifest.Chosen, manifest.Refusals, erased?.Count ?? 0, manifest.Weights, manifest.Groups);

    public IEnumerable<string> Lines(Words words)
    {
        yield return words.Of("models.model", ("model", Id), ("kind", Kind), ("people", Data.People), ("lists", Data.Lists), ("replayed", Data.Replayed), ("cut", $"{Data.Cut:yyyy-MM-dd}"));
        yield return words.Of(
            "models.scores",
            ("ndcg", $"{Scores.Ndcg:0.0000}"), ("serving", $"{Scores.Serving:0.0000}"), ("parent", Parent), ("difference", $"{Scores.Difference:+0.0000;-0.0000}"),
            ("low", $"{Scores.DifferenceLow:+0.0000;-0.0000}"), ("high", $"{Scores.DifferenceHigh:+0.0000;-0.0000}"), ("people", Scores.People));
        yield return "  " + string.Join(", ", Weights.OrderByDescending(weight => Math.Abs(weight.Value)).Take(MostWeights).Select(weight => $"{weight.Key} {weight.Value:0.00}"));
        if (Refusals.Count > 0)
        {
            yield return words.Of("models.refused", ("reasons", string.Join(", ", Refusals)));
        }

        if (Erased > 0)
        {
            yield return words.Of("models.erased", ("count", Erased));
        }
    }
}
