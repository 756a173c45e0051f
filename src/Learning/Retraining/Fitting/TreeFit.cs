using Learning.Ranking.Models;
using Learning.Ranking.Scoring;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace Learning.Retraining.Fitting;

/// <summary>
/// Boosted trees over the features: LambdaRank (Burges 2010) by LightGBM through ML.NET. Few leaves and many rows a leaf: a careless
/// one loses to a blend on small data. The trees are taken out as arrays; serving needs neither ML.NET nor LightGBM.
/// </summary>
public static class TreeFit
{
    private const int Trees = 80;
    private const int Leaves = 12;
    private const double Rate = 0.08;
    private const int FewestRowsPerLeaf = 100;
    private const int LeafShare = 400;

    /// <summary>The settings, for the manifest.</summary>
    public static IReadOnlyDictionary<string, double> Parameters(int rows) => new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["trees"] = Trees, ["leaves"] = Leaves, ["rate"] = Rate, ["rowsPerLeaf"] = RowsPerLeaf(rows), ["seed"] = 1,
    };

    /// <summary>Fits them.</summary>
    public static ModelFile Fit(TrainingRows rows, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var ml = new MLContext(seed: 1);
        var schema = SchemaDefinition.Create(typeof(Line));
        schema[nameof(Line.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, TrainingRows.Width);
        var data = ml.Data.LoadFromEnumerable(Lines(rows), schema);
        var trainer = ml.Ranking.Trainers.LightGbm(new LightGbmRankingTrainer.Options
        {
            LabelColumnName = nameof(Line.Label),
            FeatureColumnName = nameof(Line.Features),
            RowGroupColumnName = "List",
            NumberOfIterations = Trees,
            NumberOfLeaves = Leaves,
            LearningRate = Rate,
            MinimumExampleCountPerLeaf = RowsPerLeaf(rows.Count),
            CustomGains = [0, 1],
            UseCategoricalSplit = false,
            Booster = new GradientBooster.Options { L2Regularization = 1 },
            Deterministic = true,
            // One thread: it must not take the machine from those who ask meanwhile, and more gain little at this size.
            NumberOfThreads = 1,
            Seed = 1,
        });
        var fitted = ml.Transforms.Conversion.MapValueToKey("List", nameof(Line.Group)).Append(trainer).Fit(data);
        cancellationToken.ThrowIfCancellationRequested();
        var trees = TrainedTrees.Of(fitted.LastTransformer.Model.TrainedTreeEnsemble);
        return new ModelFile { Trees = [.. trees.Select(tree => TreeFile.Of(tree.Covering(rows.Values, TrainingRows.Width)))] };
    }

    private static int RowsPerLeaf(int rows) => Math.Max(FewestRowsPerLeaf, rows / LeafShare);

    private static IEnumerable<Line> Lines(TrainingRows rows)
    {
        for (var list = 0; list < rows.Lists.Count; list++)
        {
            for (var row = rows.Starts[list]; row < rows.Starts[list + 1]; row++)
            {
                yield return new Line { Group = (uint)list + 1, Features = rows.Row(row).ToArray(), Label = rows.Finished[row] ? 1 : 0 };
            }
        }
    }

    private sealed class Line
    {
        public uint Group { get; set; }

        public float[] Features { get; set; } = [];

        public float Label { get; set; }
    }
}
