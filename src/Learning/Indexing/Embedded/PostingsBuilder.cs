namespace Learning.Indexing.Embedded;

/// <summary>Collects whole runs in the order of terms.</summary>
internal sealed class PostingsBuilder
{
    private readonly List<ulong> terms = [];
    private readonly List<int> starts = [];
    private readonly List<int> rows = [];
    private readonly List<byte> counts = [];

    /// <summary>Starts the run of a term, unless it has been started.</summary>
    public void Start(ulong term)
    {
        if (terms.Count > 0 && terms[^1] == term) return;
        terms.Add(term);
        starts.Add(rows.Count);
    }

    /// <summary>Goes on with the run.</summary>
    public void Add(int row, byte count)
    {
        rows.Add(row);
        counts.Add(count);
    }

    public Postings Build() => new([.. terms], [.. starts, rows.Count], [.. rows], [.. counts]);
}
