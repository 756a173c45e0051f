using System.Numerics.Tensors;

namespace Learning.Indexing.Embedded;

/// <summary>Vectors as bytes: how a number becomes one.</summary>
internal static class ByteVectors
{
    private const float Largest = 127;

    /// <summary>The step of <see cref="Split"/>'s second byte, in steps of its first.</summary>
    public const float FineStep = 1 / 254f;

    /// <summary>
    /// Writes each number as scale · (coarse + fine / 254). The coarse bytes alone are what a scan reads; with the fine ones
    /// a number is known to 1/65,000 of the largest, in half the memory of a float.
    /// </summary>
    /// <returns>The scale.</returns>
    public static float Split(ReadOnlySpan<float> vector, Span<sbyte> coarse, Span<sbyte> fine)
    {
        var scale = Round(vector, coarse);
        if (scale == 0) return 0;
        for (var place = 0; place < vector.Length; place++)
            fine[place] = (sbyte)Math.Clamp(MathF.Round(((vector[place] / scale) - coarse[place]) / FineStep), -Largest, Largest);
        return scale;
    }

    /// <summary>Writes each number as scale · coarse.</summary>
    /// <returns>The scale; 0 for a vector without a direction.</returns>
    public static float Round(ReadOnlySpan<float> vector, Span<sbyte> coarse)
    {
        var scale = vector.IsEmpty ? 0 : TensorPrimitives.MaxMagnitude(vector) is var max && float.IsFinite(max) ? Math.Abs(max) / Largest : 0;
        if (scale == 0) return 0;
        for (var place = 0; place < vector.Length; place++)
            coarse[place] = (sbyte)Math.Clamp(MathF.Round(vector[place] / scale), -Largest, Largest);
        return scale;
    }
}
