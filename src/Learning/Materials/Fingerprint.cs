using System.Numerics;
using Learning.Materials.Twins;

namespace Learning.Materials;

/// <summary>
/// SimHash (Charikar 2002): 64 bits of which similar texts share most. Each different shingle votes once on each bit: counting repeated
/// phrases would make all laws alike. It only proposes; <see cref="NearDuplicates"/> confirms with the texts themselves.
/// </summary>
public static class Fingerprint
{
    private const int Bits = 64;

    /// <summary>The fingerprint of a text; 0 for a text without a word.</summary>
    public static long Of(string text)
    {
        Span<int> votes = stackalloc int[Bits];
        foreach (var shingle in Shingles.Of(text))
        {
            for (var bit = 0; bit < Bits; bit++)
                votes[bit] += (int)((shingle >> bit) & 1) * 2 - 1;
        }

        var fingerprint = 0UL;
        for (var bit = 0; bit < Bits; bit++)
            fingerprint |= votes[bit] > 0 ? 1UL << bit : 0;
        return (long)fingerprint;
    }

    /// <summary>Number of bits in which two fingerprints differ.</summary>
    public static int Distance(long one, long other) => BitOperations.PopCount((ulong)(one ^ other));
}
