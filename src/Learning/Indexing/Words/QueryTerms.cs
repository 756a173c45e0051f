namespace Learning.Indexing.Words;

/// <summary>The terms of a query with their weights.</summary>
internal static class QueryTerms
{
    /// <summary>A single character says less than the pair it is part of; half as much found most.</summary>
    private const float SingleWeight = 0.5f;

    /// <summary>Queries come from people and may be pasted pages.</summary>
    private const int Most = 256;

    // In an index that is mostly Chinese, "the" is a rare word; so these are left out unless a query has nothing else.
    private static readonly HashSet<ulong> Function = Words(
        "a about an and any are as at be been but by can could did do does for from had has have how i if in into is it its may me my no not of on or our shall should so such than that the their them then there these they this those to us was we were what when where which who why will with would you your");

    /// <summary>Each term once, the heavier the oftener it is said.</summary>
    public static IReadOnlyList<(ulong Term, float Weight)> Of(string query)
    {
        var read = new TermReader().Read(query);
        var telling = read.Where(term => !Function.Contains(term)).ToList();
        return [.. (telling.Count > 0 ? telling : read).CountBy(term => term).Take(Most)
            .Select(pair => (pair.Key, pair.Value * (Term.IsSingle(pair.Key) ? SingleWeight : 1)))];
    }

    private static HashSet<ulong> Words(string words) => [.. new TermReader().Read(words)];
}
