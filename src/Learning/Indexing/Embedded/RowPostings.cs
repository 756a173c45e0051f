using System.Runtime.InteropServices;

namespace Learning.Indexing.Embedded;

/// <summary>
/// Postings of rows that are given as their terms; a row may say a term many times. The terms of each row are sorted
/// in their place, and then dealt out in the order of rows: sorting all terms of all rows at once took longer.
/// </summary>
internal static class RowPostings
{
    public static Postings Of(IReadOnlyList<ulong[]> termsOfRows)
    {
        var places = new Dictionary<ulong, int>();
        var holding = new List<int>();
        var said = new List<(int Place, int Row, byte Count)>();
        for (var row = 0; row < termsOfRows.Count; row++) Say(termsOfRows[row], row, places, holding, said);
        return Dealt(places, holding, CollectionsMarshal.AsSpan(said));
    }

    private static void Say(ulong[] terms, int row, Dictionary<ulong, int> places, List<int> holding, List<(int Place, int Row, byte Count)> said)
    {
        Array.Sort(terms);
        for (var from = 0; from < terms.Length;)
        {
            var to = from + 1;
            while (to < terms.Length && terms[to] == terms[from]) to++;
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, terms[from], out var isKnown);
            if (!isKnown)
            {
                place = holding.Count;
                holding.Add(0);
            }

            holding[place]++;
            said.Add((place, row, (byte)Math.Min(to - from, byte.MaxValue)));
            from = to;
        }
    }

    private static Postings Dealt(Dictionary<ulong, int> places, List<int> holding, ReadOnlySpan<(int Place, int Row, byte Count)> said)
    {
        var (terms, order) = (places.Keys.ToArray(), places.Values.ToArray());
        Array.Sort(terms, order);
        var starts = new int[terms.Length + 1];
        var next = new int[terms.Length];
        for (var term = 0; term < order.Length; term++)
        {
            next[order[term]] = starts[term];
            starts[term + 1] = starts[term] + holding[order[term]];
        }

        var (rows, counts) = (new int[said.Length], new byte[said.Length]);
        foreach (var (place, row, count) in said)
        {
            rows[next[place]] = row;
            counts[next[place]++] = count;
        }

        return new Postings(terms, starts, rows, counts);
    }
}
