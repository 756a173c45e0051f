using Learning.Ranking.Scoring;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace Learning.Ranking.Stacking;

/// <summary>
/// Trees that order candidates (LambdaRank through LightGBM: Burges 2010; Ke et al. 2017), few leaves with many rows each: with
/// more, they learn the people they were trained on. Scores come from a walk of the trees, without the library.
/// </summary>
internal sealed class Forest
{
    private const int Trees = 120;
    private const int Leaves = 15;
    private const int RowsPerLeaf = 400;
    private const double Rate = 0.06;

    /// <summary>With fewer rows there would not be ten leaves of them.</summary>
    public const int FewestRows = 20 * RowsPerLeaf;

    private readonly Tree[] _trees;

    private Forest(Tree[] trees) => _trees = trees;

    /// <summary>Learns from pages; those without a wanted candidate teach nothing.</summary>
    public static Forest Learn(IReadOnlyList<Page> pages, int width, int seed)
    {
        var ml = new MLContext(seed);
        var shape = SchemaDefinition.Create(typeof(Row));
        shape[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, width);
        var rows = ml.Data.LoadFromEnumerable(Rows(pages, width), shape);
        var trainer = ml.Ranking.Trainers.LightGbm(new LightGbmRankingTrainer.Options
        {
            LabelColumnName = nameof(Row.Label),
            FeatureColumnName = nameof(Row.Features),
            RowGroupColumnName = nameof(Row.Group),
            NumberOfLeaves = Leaves,
            MinimumExampleCountPerLeaf = RowsPerLeaf,
            LearningRate = Rate,
            NumberOfIterations = Trees,
            // The sums of several threads differ in their last digits; one thread's don't.
            NumberOfThreads = 1,
            Seed = seed,
            Booster = new GradientBooster.Options { L2Regularization = 1, FeatureFraction = 0.8 },
        });
        return new Forest(TrainedTrees.Of(trainer.Fit(rows).Model.TrainedTreeEnsemble));
    }

    /// <summary>The score of a row of features.</summary>
    public float Score(ReadOnlySpan<float> row)
    {
        var sum = 0.0;
        foreach (var tree in _trees) sum += tree.Value(row);
        return (float)sum;
    }

    private static IEnumerable<Row> Rows(IReadOnlyList<Page> pages, int width)
    {
        for (var page = 0; page < pages.Count; page++)
        {
            if (!pages[page].Wanted.Contains(true)) continue;
            for (var candidate = 0; candidate < pages[page].Candidates.Length; candidate++)
            {
                yield return new Row
                {
                    Label = pages[page].Wanted[candidate] ? 1 : 0,
                    Group = (uint)page + 1,
                    Features = pages[page].Features[(candidate * width)..((candidate + 1) * width)],
                };
            }
        }
    }

    private sealed class Row
    {
        public float Label { get; set; }

        [KeyType(uint.MaxValue - 1)]
        public uint Group { get; set; }

        public float[] Features { get; set; } = [];
    }
}
