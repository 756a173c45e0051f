using System.Text.Json;
using Learning.Ranking.Scoring;

namespace Learning.Ranking.Models;

/// <summary>A model as it lies in its file: plain numbers, no code. Places of features are those of the manifest.</summary>
public sealed record ModelFile
{
    /// <summary>Weights of a sum; empty for trees.</summary>
    public IReadOnlyList<double> Weights { get; init; } = [];

    /// <summary>Trees; empty for a sum.</summary>
    public IReadOnlyList<TreeFile> Trees { get; init; } = [];

    /// <summary>Reads it.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static ModelFile Read(byte[] bytes) => JsonSerializer.Deserialize<ModelFile>(bytes, ModelStore.Json) ?? throw new JsonException("empty");

    /// <summary>The bytes of the file.</summary>
    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, ModelStore.Json);

    /// <summary>The scorer over rows of today's features.</summary>
    /// <param name="features">The features of the manifest.</param>
    /// <exception cref="JsonException">It asks for what is no feature any more, or its arrays do not fit together.</exception>
    public IScorer Scorer(IReadOnlyList<string> features)
    {
        var width = FeatureSet.All.Count;
        var places = features.Select(name => FeatureSet.Places.TryGetValue(name, out var place) ? place : throw new JsonException($"there is no feature {name}")).ToArray();
        if (Trees.Count > 0)
        {
            return new TreeScorer([.. Trees.Select(tree => tree.Placed(places))], width);
        }

        var weights = new double[width];
        for (var place = 0; place < places.Length; place++)
        {
            weights[places[place]] = Weights[place];
        }

        return new LinearScorer(weights);
    }
}

/// <summary>A tree as it lies in a file; see <see cref="Tree"/>.</summary>
public sealed record TreeFile(int[] Feature, float[] Threshold, int[] Left, int[] Right, double[] Leaf, double[] NodeCover, double[] LeafCover)
{
    internal static TreeFile Of(Tree tree) => new(tree.Feature, tree.Threshold, tree.Left, tree.Right, tree.Leaf, tree.NodeCover, tree.LeafCover);

    internal Tree Placed(int[] places)
    {
        // A child must lie below its node: then every walk ends, whoever wrote the file.
        var nodes = Feature.Length;
        var fits = Threshold.Length == nodes && Left.Length == nodes && Right.Length == nodes && NodeCover.Length == nodes
            && Leaf.Length == nodes + 1 && LeafCover.Length == Leaf.Length
            && Enumerable.Range(0, nodes).All(node => Below(node, Left[node]) && Below(node, Right[node]) && Feature[node] >= 0 && Feature[node] < places.Length);
        return fits
            ? new Tree([.. Feature.Select(feature => places[feature])], Threshold, Left, Right, Leaf, NodeCover, LeafCover)
            : throw new JsonException("a tree's arrays do not fit together");
    }

    private bool Below(int node, int child) => child >= 0 ? child > node && child < Feature.Length : ~child < Leaf.Length;
}
