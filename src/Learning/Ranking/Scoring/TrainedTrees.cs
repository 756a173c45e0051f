using Microsoft.ML.Trainers.FastTree;

namespace Learning.Ranking.Scoring;

/// <summary>Takes trees out of what ML.NET has fitted, so that they are walked without it.</summary>
internal static class TrainedTrees
{
    /// <summary>The trees, each leaf times the weight of its tree; nothing is known yet of who comes to which.</summary>
    public static Tree[] Of(RegressionTreeEnsemble fitted) => [.. fitted.Trees.Select((tree, place) => Of(tree, fitted.TreeWeights[place]))];

    private static Tree Of(RegressionTree tree, double weight)
    {
        // A tree that found nothing to ask says nothing.
        double[] leaves = tree.LeafValues.Count == 0 ? [0] : [.. tree.LeafValues.Select(value => value * weight)];
        return new Tree(
            [.. tree.NumericalSplitFeatureIndexes], [.. tree.NumericalSplitThresholds], [.. tree.LeftChild], [.. tree.RightChild], leaves,
            new double[tree.NumberOfNodes], new double[leaves.Length]);
    }
}
