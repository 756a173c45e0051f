namespace Learning.Indexing.Embedded;

/// <summary>Collects terms in the order of rows, or whole runs in the order of terms.</summary>
internal sealed class PostingsBuilder
{
    private readonly List<ulong> terms = [];
    private readonly List<int> starts = [];
    private readonly List<int> rows = [];
    private readonly List<byte> counts = [];

    /// <summary>Postings of rows that are given as their terms; a row may say a term many times.</summary>
    public static Postings Of(IReadOnlyList<ulong[]> termsOfRows)
    {
        var said = new (ulong Term, int Row)[termsOfRows.Sum(row => row.Length)];
        var next = 0;
        for (var row = 0; row < termsOfRows.Count; row++)
        {
            foreach (var term in termsOfRows[row]) said[next++] = (term, row);
        }

        Array.Sort(said);
        var builder = new PostingsBuilder();
        foreach (var (term, row) in said) builder.Say(term, row);
        return builder.Build();
    }

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

    private void Say(ulong term, int row)
    {
        Start(term);
        if (rows.Count == starts[^1] || rows[^1] != row) Add(row, 1);
        else if (counts[^1] < byte.MaxValue) counts[^1]++;
    }
}
