using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Learning.Indexing.Embedded;

/// <summary>
/// The inner product of two rows of bytes between −127 and 127. Bytes are widened to 16 bits, multiplied and added in pairs
/// to 32: two instructions for 16 or 32 of them where the processor has them.
/// </summary>
internal static class ByteDot
{
    public static int Of(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right[..left.Length]);
        var place = 0;
        var sum = 0;
        if (Avx512BW.IsSupported) sum = By32(ref a, ref b, left.Length, ref place);
        else if (Avx2.IsSupported) sum = By16(ref a, ref b, left.Length, ref place);
        else if (Vector128.IsHardwareAccelerated) sum = Anywhere(ref a, ref b, left.Length, ref place);
        for (; place < left.Length; place++) sum += left[place] * right[place];
        return sum;
    }

    private static int By32(ref sbyte a, ref sbyte b, int length, ref int place)
    {
        var sum = Vector512<int>.Zero;
        for (; place <= length - Vector256<sbyte>.Count; place += Vector256<sbyte>.Count)
        {
            sum += Avx512BW.MultiplyAddAdjacent(
                Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref a, (nuint)place)),
                Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref b, (nuint)place)));
        }

        return Vector512.Sum(sum);
    }

    private static int By16(ref sbyte a, ref sbyte b, int length, ref int place)
    {
        var sum = Vector256<int>.Zero;
        for (; place <= length - Vector128<sbyte>.Count; place += Vector128<sbyte>.Count)
        {
            sum += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref a, (nuint)place)),
                Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref b, (nuint)place)));
        }

        return Vector256.Sum(sum);
    }

    // Products fit 16 bits, and so do sums of two of them; only then are they widened.
    private static int Anywhere(ref sbyte a, ref sbyte b, int length, ref int place)
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
