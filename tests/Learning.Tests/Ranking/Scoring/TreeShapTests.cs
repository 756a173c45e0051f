using Learning.Ranking.Scoring;

namespace Learning.Tests.Ranking.Scoring;

public sealed class TreeShapTests
{
    private const int Width = 4;

    [Fact]
    public void Contributions_are_the_shapley_values_counted_out_over_every_order()
    {
        var chance = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var tree = Grown(chance, leaves: 2 + chance.Next(7));
            float[] row = [.. Enumerable.Range(0, Width).Select(_ => chance.NextSingle())];
            var told = new double[Width];
            new TreeScorer([tree], Width).Contributions(row, told);

            Assert.All(Enumerable.Range(0, Width), feature => Assert.Equal(CountedOut(tree, row, feature), told[feature], 9));
        }
    }

    [Fact]
    public void The_base_and_the_contributions_make_up_the_score()
    {
        var chance = new Random(8);
        var scorer = new TreeScorer([.. Enumerable.Range(0, 30).Select(_ => Grown(chance, leaves: 12))], Width);
        float[] row = [0.1f, 0.9f, 0.4f, 0.6f];
        var told = new double[Width];
        scorer.Contributions(row, told);

        Assert.Equal(scorer.Score(row), scorer.Base + told.Sum(), 9);
    }

    [Fact]
    public void A_tree_that_asks_nothing_adds_nothing()
    {
        var scorer = new TreeScorer([new Tree([], [], [], [], [0.5], [], [10])], Width);
        var told = new double[Width];
        scorer.Contributions([1, 1, 1, 1], told);

        Assert.Equal(0.5, scorer.Score([1, 1, 1, 1]));
        Assert.Equal(0, told.Sum());
    }

    /// <summary>The definition (Shapley 1953): the mean over all sets of other features of what this one adds.</summary>
    private static double CountedOut(Tree tree, float[] row, int feature)
    {
        var value = 0.0;
        for (var set = 0; set < 1 << Width; set++)
        {
            if ((set & (1 << feature)) == 0)
            {
                var size = int.PopCount(set);
                var share = Factorial(size) * Factorial(Width - size - 1) / Factorial(Width);
                value += share * (Expected(tree, row, set | (1 << feature), 0) - Expected(tree, row, set, 0));
            }
        }

        return value;
    }

    private static double Expected(Tree tree, float[] row, int known, int node)
    {
        if (node < 0)
        {
            return tree.Leaf[~node];
        }

        if ((known & (1 << tree.Feature[node])) != 0)
        {
            return Expected(tree, row, known, row[tree.Feature[node]] <= tree.Threshold[node] ? tree.Left[node] : tree.Right[node]);
        }

        var left = tree.NodeCover[node] > 0 ? Cover(tree, tree.Left[node]) / tree.NodeCover[node] : 0.5;
        return (left * Expected(tree, row, known, tree.Left[node])) + ((1 - left) * Expected(tree, row, known, tree.Right[node]));
    }

    private static double Cover(Tree tree, int node) => node < 0 ? tree.LeafCover[~node] : tree.NodeCover[node];

    private static double Factorial(int number) => Enumerable.Range(1, number).Aggregate(1.0, (product, next) => product * next);

    private static Tree Grown(Random chance, int leaves)
    {
        var (feature, threshold, left, right) = (new int[leaves - 1], new float[leaves - 1], new int[leaves - 1], new int[leaves - 1]);
        var open = new List<(int Node, bool Left)>();
        for (var node = 0; node < leaves - 1; node++)
        {
            if (node > 0)
            {
                var at = chance.Next(open.Count);
                var (above, isLeft) = open[at];
                open.RemoveAt(at);
                (isLeft ? left : right)[above] = node;
            }

            (feature[node], threshold[node]) = (chance.Next(Width), chance.NextSingle());
            open.Add((node, true));
            open.Add((node, false));
        }

        for (var leaf = 0; leaf < open.Count; leaf++)
        {
            (open[leaf].Left ? left : right)[open[leaf].Node] = ~leaf;
        }

        var tree = new Tree(feature, threshold, left, right, [.. Enumerable.Range(0, leaves).Select(_ => chance.NextDouble())], new double[leaves - 1], new double[leaves]);
        return tree.Covering([.. Enumerable.Range(0, 500 * Width).Select(_ => chance.NextSingle())], Width);
    }
}
