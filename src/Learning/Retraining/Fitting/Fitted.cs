using System.Security.Cryptography;
using Learning.Ranking;
using Learning.Ranking.Models;
using Learning.Ranking.Scoring;

namespace Learning.Retraining.Fitting;

/// <summary>A model that was fitted, on the scale of the house.</summary>
/// <param name="Manifest">Its manifest, without what only the training knows.</param>
/// <param name="Model">The model.</param>
public sealed record Fitted(ModelManifest Manifest, ModelFile Model)
{
    /// <summary>Kinds of model, simplest first.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["linear", "trees"];

    private const int RowsExplained = 2000;

    /// <summary>Fits a kind of model.</summary>
    public static Fitted Of(string kind, TrainingRows rows, CancellationToken cancellationToken)
    {
        var model = kind == "linear" ? LinearFit.Fit(rows, cancellationToken) : TreeFit.Fit(rows, cancellationToken);
        var local = model.Scorer(TrainingRows.Features);
        var full = new float[FeatureSet.All.Count];
        var scores = new double[rows.Count];
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] = local.Score(Spread(rows.Row(row), full));
        }

        var mean = scores.Average();
        var scale = Math.Max(1e-9, Math.Sqrt(scores.Sum(score => (score - mean) * (score - mean)) / scores.Length));
        Array.Sort(scores);
        return new Fitted(
            new ModelManifest
            {
                Id = "",
                Kind = kind,
                Parent = "",
                TrainedAt = default,
                Data = new ModelData("", default, default, default, 0, 0, 0, 0, 0),
                Features = TrainingRows.Features,
                Parameters = kind == "linear" ? LinearFit.Parameters : TreeFit.Parameters(rows.Count),
                Weights = Weights(local, model, rows, scale),
                Offset = scores[scores.Length / 100],
                Scale = scale,
                Scores = new ModelScores(0, 0, 0, 0, 0, 0, 0, 0),
                Groups = [],
                Refusals = [],
                ModelHash = Convert.ToHexStringLower(SHA256.HashData(model.Bytes())),
            },
            model);
    }

    /// <summary>Its scorer.</summary>
    public IScorer Scorer() => ServingRankers.Scorer(Manifest, Model);

    private static Dictionary<string, double> Weights(IScorer scorer, ModelFile model, TrainingRows rows, double scale)
    {
        if (model.Trees.Count == 0)
        {
            return TrainingRows.Features.Zip(model.Weights).ToDictionary(pair => pair.First, pair => pair.Second / scale, StringComparer.Ordinal);
        }

        var sizes = new double[FeatureSet.All.Count];
        var contributions = new double[FeatureSet.All.Count];
        var full = new float[FeatureSet.All.Count];
        var every = Math.Max(1, rows.Count / RowsExplained);
        var explained = 0;
        for (var row = 0; row < rows.Count; row += every, explained++)
        {
            scorer.Contributions(Spread(rows.Row(row), full), contributions);
            for (var place = 0; place < sizes.Length; place++)
            {
                sizes[place] += Math.Abs(contributions[place]);
            }
        }

        return TrainingRows.Features.ToDictionary(name => name, name => sizes[FeatureSet.Places[name]] / explained / scale, StringComparer.Ordinal);
    }

    private static float[] Spread(ReadOnlySpan<float> taught, float[] full)
    {
        for (var place = 0; place < taught.Length; place++)
        {
            full[FeatureSet.Places[TrainingRows.Features[place]]] = taught[place];
        }

        return full;
    }
}
