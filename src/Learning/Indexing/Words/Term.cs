namespace Learning.Indexing.Words;

/// <summary>
/// A word as the index knows it: 64 bits instead of a string, since an index of Chinese has many more bigrams than words.
/// One or two CJK characters are kept as they are; an English word is a hash (a collision among a million words is one in tens of millions).
/// </summary>
internal static class Term
{
    private const int CodePointBits = 21;
    private const int KindShift = 62;
    private const ulong SingleKind = 1UL << KindShift;
    private const ulong PairKind = 2UL << KindShift;
    private const ulong WordKind = 3UL << KindShift;
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>One CJK character.</summary>
    public static ulong Single(int character) => SingleKind | (uint)character;

    /// <summary>Two CJK characters in a row.</summary>
    public static ulong Pair(int first, int second) => PairKind | ((ulong)first << CodePointBits) | (uint)second;

    /// <summary>A word between spaces: FNV-1a over its characters.</summary>
    public static ulong Word(ReadOnlySpan<char> word)
    {
        var hash = Offset;
        foreach (var character in word) hash = (hash ^ character) * Prime;
        return WordKind | (hash >> 2);
    }

    /// <summary>Whether a term is one CJK character.</summary>
    public static bool IsSingle(ulong term) => term >> KindShift == SingleKind >> KindShift;
}
