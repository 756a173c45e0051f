namespace Learning.Embeddings.Onnx;

/// <summary>Groups rows of nearly the same length, the longest first, so that hardly anything is padded and all cores end together.</summary>
internal static class LengthBatches
{
    /// <summary>Tokens in one batch. Small batches stay in the cache and need little memory; larger ones were slower.</summary>
    private const int Tokens = 512;

    /// <summary>A row joins a batch when at most an eighth of it would be padding.</summary>
    private const int PaddingShare = 8;

    /// <summary>Indices of the rows, batch by batch; the first row of a batch is its longest.</summary>
    public static List<ArraySegment<int>> Of(int[][] rows)
    {
        var order = Enumerable.Range(0, rows.Length).ToArray();
        Array.Sort(order, (left, right) => rows[left].Length != rows[right].Length
            ? rows[right].Length.CompareTo(rows[left].Length)
            : left.CompareTo(right));
        var batches = new List<ArraySegment<int>>();
        for (var from = 0; from < order.Length;)
        {
            var to = from + 1;
            while (to < order.Length && Fits(rows[order[from]].Length, rows[order[to]].Length, to - from + 1)) to++;
            batches.Add(new ArraySegment<int>(order, from, to - from));
            from = to;
        }

        return batches;
    }

    private static bool Fits(int longest, int length, int count) =>
        longest * count <= Tokens && (longest - length) * PaddingShare <= longest;
}
