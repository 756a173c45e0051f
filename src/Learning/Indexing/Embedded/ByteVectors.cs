using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Learning.Indexing.Embedded;

/// <summary>Vectors as bytes: how a number becomes one, and the inner product of two rows of them.</summary>
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

    /// <summary>
    /// The inner product. Products of two bytes between −127 and 127 fit 16 bits, and so do sums of two of them;
    /// only then are they widened.
    /// </summary>
    public static int Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right[..left.Length]);
        var place = 0;
        var sum = 0;
        if (Vector512.IsHardwareAccelerated) sum = Dot512(ref a, ref b, left.Length, ref place);
        else if (Vector256.IsHardwareAccelerated) sum = Dot256(ref a, ref b, left.Length, ref place);
        else if (Vector128.IsHardwareAccelerated) sum = Dot128(ref a, ref b, left.Length, ref place);
        for (; place < left.Length; place++) sum += left[place] * right[place];
        return sum;
    }

    private static int Dot512(ref sbyte a, ref sbyte b, int length, ref int place)
    {
        var sum = Vector512<int>.Zero;
        for (; place <= length - Vector512<sbyte>.Count; place += Vector512<sbyte>.Count)
        {
            var (lowA, highA) = Vector512.Widen(Vector512.LoadUnsafe(ref a, (nuint)place));
            var (lowB, highB) = Vector512.Widen(Vector512.LoadUnsafe(ref b, (nuint)place));
            var (low, high) = Vector512.Widen((lowA * lowB) + (highA * highB));
            sum += low + high;
        }

        return Vector512.Sum(sum);
    }

    private static int Dot256(ref sbyte a, ref sbyte b, int length, ref int place)
    {
        var sum = Vector256<int>.Zero;
        for (; place <= length - Vector256<sbyte>.Count; place += Vector256<sbyte>.Count)
        {
            var (lowA, highA) = Vector256.Widen(Vector256.LoadUnsafe(ref a, (nuint)place));
            var (lowB, highB) = Vector256.Widen(Vector256.LoadUnsafe(ref b, (nuint)place));
            var (low, high) = Vector256.Widen((lowA * lowB) + (highA * highB));
            sum += low + high;
        }

        return Vector256.Sum(sum);
    }

    private static int Dot128(ref sbyte a, ref sbyte b, int length, ref int place)
    {
        var sum = Vector128<int>.Zero;
        for (; place <= length - Vector128<sbyte>.Count; place += Vector128<sbyte>.Count)
        {
            var (lowA, highA) = Vector128.Widen(Vector128.LoadUnsafe(ref a, (nuint)place));
            var (lowB, highB) = Vector128.Widen(Vector128.LoadUnsafe(ref b, (nuint)place));
            var (low, high) = Vector128.Widen((lowA * lowB) + (highA * highB));
            sum += low + high;
        }

        return Vector128.Sum(sum);
    }
}
