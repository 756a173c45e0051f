using System.Numerics.Tensors;

namespace Learning.Indexing.Embedded;

/// <summary>
/// Vectors of one model all point somewhat the same way, and those of one field even more. What they share tells nothing
/// apart, so most of it is taken off both sides before they are compared; that found more in large collections and harmed
/// none. A few texts share by chance: the fewer there are, the less is taken off.
/// </summary>
internal sealed class Centre
{
    private const float MostShare = 0.6f;

    /// <summary>With so many chunks half of that is taken off.</summary>
    private const float HalfAt = 2_000;

    private readonly float[] shared;
    private readonly Dictionary<VectorBlock, float[]> stretches = [];

    private Centre(float[] shared) => this.shared = shared;

    public static Centre Of(Part[] parts, string model, int dimension)
    {
        var blocks = parts.SelectMany(part => part.Segment.Vectors.Where(block => block.Model == model && block.Dimension == dimension).Select(block => (Part: part, Block: block))).ToList();
        // In doubles, so that the order in which materials came in does not show in what is left as floats.
        var sum = new double[dimension];
        var count = 0;
        foreach (var (part, block) in blocks) count += block.AddAll(sum, part.IsRowAlive);
        TensorPrimitives.Multiply(sum, MostShare / Math.Max(1, count) * (count / (count + HalfAt)), sum);
        var centre = new Centre(Array.ConvertAll(sum, number => (float)number));
        foreach (var (_, block) in blocks) centre.stretches[block] = centre.StretchesOf(block);
        return centre;
    }

    /// <summary>A question as it is compared: what is shared taken off, at length 1; and how much of the shared it still has.</summary>
    public (float[] Numbers, float Shared) Of(ReadOnlySpan<float> question)
    {
        var numbers = new float[question.Length];
        TensorPrimitives.Subtract(question, shared, numbers);
        var length = TensorPrimitives.Norm<float>(numbers);
        if (length > 0) TensorPrimitives.Divide(numbers, length, numbers);
        return (numbers, TensorPrimitives.Dot<float>(numbers, shared));
    }

    /// <summary>What each row of a block grows by when it is brought back to length 1.</summary>
    public float[] this[VectorBlock block] => stretches[block];

    private float[] StretchesOf(VectorBlock block)
    {
        var coarse = new sbyte[shared.Length];
        var scale = ByteVectors.Round(shared, coarse);
        var along = new float[block.Rows.Length];
        block.Scan(coarse, scale, along);
        var own = TensorPrimitives.Dot<float>(shared, shared);
        for (var place = 0; place < along.Length; place++) along[place] = 1 / MathF.Sqrt(Math.Max(0.01f, 1 - (2 * along[place]) + own));
        return along;
    }
}
