using System.Runtime.InteropServices;

namespace Learning.Ranking.Scoring;

/// <summary>
/// Shapley values of the features in a tree, exact and in time that grows with leaves × depth² (Lundberg, Erion and Lee 2018,
/// "Consistent individualized feature attribution for tree ensembles", algorithm 2): a feature that is left out follows
/// both branches, each in the share of the training rows that went there.
/// </summary>
internal static class TreeShap
{
    /// <summary>Adds the values of one tree for a row.</summary>
    public static void Add(Tree tree, ReadOnlySpan<float> row, Span<double> values)
    {
        if (tree.Feature.Length == 0)
        {
            return;
        }

        // Each level of the way down keeps a path of its own, one longer than the level above.
        var longest = tree.Depth + 2;
        Span<Step> paths = stackalloc Step[longest * (longest + 1) / 2];
        Walk(new State(tree, row, values), paths, length: 0, node: 0, zero: 1, one: 1, feature: -1);
    }

    private static void Walk(State state, Span<Step> path, int length, int node, double zero, double one, int feature)
    {
        length = Extend(path, length, zero, one, feature);
        if (node < 0)
        {
            for (var step = 1; step < length; step++)
            {
                state.Values[path[step].Feature] += Unwound(path, length, step) * (path[step].One - path[step].Zero) * state.Tree.Leaf[~node];
            }

            return;
        }

        var (hot, cold) = state.Branches(node);
        var asked = state.Tree.Feature[node];
        var (zeroBefore, oneBefore) = (1.0, 1.0);
        for (var step = 1; step < length; step++)
        {
            if (path[step].Feature == asked)
            {
                (zeroBefore, oneBefore) = (path[step].Zero, path[step].One);
                length = Unwind(path, length, step);
                break;
            }
        }

        Down(state, path, length, hot, zeroBefore * state.Share(hot, node), oneBefore, asked);
        Down(state, path, length, cold, zeroBefore * state.Share(cold, node), 0, asked);
    }

    private static void Down(State state, Span<Step> path, int length, int node, double zero, double one, int feature)
    {
        if (zero == 0 && one == 0)
        {
            return;
        }

        var below = path[(length + 1)..];
        path[..length].CopyTo(below);
        Walk(state, below, length, node, zero, one, feature);
    }

    private static int Extend(Span<Step> path, int length, double zero, double one, int feature)
    {
        path[length] = new Step(feature, zero, one, length == 0 ? 1 : 0);
        for (var step = length - 1; step >= 0; step--)
        {
            path[step + 1].Weight += one * path[step].Weight * (step + 1) / (length + 1);
            path[step].Weight = zero * path[step].Weight * (length - step) / (length + 1);
        }

        return length + 1;
    }

    private static int Unwind(Span<Step> path, int length, int at)
    {
        var last = length - 1;
        var (zero, one) = (path[at].Zero, path[at].One);
        var next = path[last].Weight;
        for (var step = last - 1; step >= 0; step--)
        {
            if (one != 0)
            {
                var before = path[step].Weight;
                path[step].Weight = next * length / ((step + 1) * one);
                next = before - (path[step].Weight * zero * (last - step) / length);
            }
            else
            {
                path[step].Weight = path[step].Weight * length / (zero * (last - step));
            }
        }

        for (var step = at; step < last; step++)
        {
            path[step] = path[step + 1] with { Weight = path[step].Weight };
        }

        return last;
    }

    private static double Unwound(ReadOnlySpan<Step> path, int length, int at)
    {
        var last = length - 1;
        var (zero, one) = (path[at].Zero, path[at].One);
        var (next, sum) = (path[last].Weight, 0.0);
        for (var step = last - 1; step >= 0; step--)
        {
            if (one != 0)
            {
                var weight = next * length / ((step + 1) * one);
                sum += weight;
                next = path[step].Weight - (weight * zero * (last - step) / length);
            }
            else
            {
                sum += path[step].Weight * length / (zero * (last - step));
            }
        }

        return sum;
    }

    [StructLayout(LayoutKind.Auto)]
    private record struct Step(int Feature, double Zero, double One, double Weight);

    private readonly ref struct State(Tree tree, ReadOnlySpan<float> row, Span<double> values)
    {
        private readonly ReadOnlySpan<float> _row = row;

        public Tree Tree { get; } = tree;

        public Span<double> Values { get; } = values;

        public (int Hot, int Cold) Branches(int node) => _row[Tree.Feature[node]] <= Tree.Threshold[node]
            ? (Tree.Left[node], Tree.Right[node])
            : (Tree.Right[node], Tree.Left[node]);

        public double Share(int node, int of) => Tree.NodeCover[of] is > 0 and var all ? Cover(node) / all : 0.5;

        private double Cover(int node) => node < 0 ? Tree.LeafCover[~node] : Tree.NodeCover[node];
    }
}
