namespace Learning.Ranking.Scoring;

/// <summary>A regression tree as arrays. An inner node is a number from 0; a leaf is the complement (~) of its number.</summary>
/// <param name="Feature">Place of the value that an inner node asks for.</param>
/// <param name="Threshold">Up to and with this value it goes left.</param>
/// <param name="Left">Where it goes then.</param>
/// <param name="Right">Where it goes otherwise.</param>
/// <param name="Leaf">Value of each leaf.</param>
/// <param name="NodeCover">How many rows of the training data came to each inner node.</param>
/// <param name="LeafCover">How many came to each leaf.</param>
public sealed record Tree(int[] Feature, float[] Threshold, int[] Left, int[] Right, double[] Leaf, double[] NodeCover, double[] LeafCover)
{
    /// <summary>The longest way from the root to a leaf, in steps.</summary>
    public int Depth { get; } = Feature.Length == 0 ? 0 : DepthBelow(0, Left, Right);

    /// <summary>Value of the leaf a row comes to.</summary>
    public double Value(ReadOnlySpan<float> row) => Leaf[LeafOf(row)];

    /// <summary>Number of the leaf a row comes to.</summary>
    public int LeafOf(ReadOnlySpan<float> row)
    {
        if (Feature.Length == 0)
        {
            return 0;
        }

        var node = 0;
        while (node >= 0)
        {
            node = row[Feature[node]] <= Threshold[node] ? Left[node] : Right[node];
        }

        return ~node;
    }

    /// <summary>What rows like those it was trained on get on average.</summary>
    public double Mean() => LeafCover.Sum() is > 0 and var all ? Leaf.Zip(LeafCover, (value, cover) => value * cover).Sum() / all : Leaf.Average();

    /// <summary>The same tree with the covers of these rows, one after another.</summary>
    public Tree Covering(ReadOnlySpan<float> rows, int width)
    {
        var nodes = new double[NodeCover.Length];
        var leaves = new double[LeafCover.Length];
        for (var start = 0; start < rows.Length; start += width)
        {
            Visit(rows.Slice(start, width), nodes, leaves);
        }

        return this with { NodeCover = nodes, LeafCover = leaves };
    }

    private void Visit(ReadOnlySpan<float> row, double[] nodes, double[] leaves)
    {
        if (Feature.Length == 0)
        {
            leaves[0]++;
            return;
        }

        var node = 0;
        while (node >= 0)
        {
            nodes[node]++;
            node = row[Feature[node]] <= Threshold[node] ? Left[node] : Right[node];
        }

        leaves[~node]++;
    }

    private static int DepthBelow(int node, int[] left, int[] right) =>
        node < 0 ? 0 : 1 + Math.Max(DepthBelow(left[node], left, right), DepthBelow(right[node], left, right));
}
