using Learning.Indexing.Words;

namespace Learning.Indexing.Embedded;

/// <summary>Which rows hold which term, how often: sorted terms, and for each a run of rows and counts.</summary>
internal sealed class Postings
{
    private readonly ulong[] terms;
    private readonly int[] starts;
    private readonly int[] rows;
    private readonly byte[] counts;

    /// <param name="terms">Sorted, each once.</param>
    /// <param name="starts">Where the run of each term starts, and at last where the last one ends.</param>
    /// <param name="rows">Rising within a run.</param>
    /// <param name="counts">How often, 255 at most.</param>
    public Postings(ulong[] terms, int[] starts, int[] rows, byte[] counts) =>
        (this.terms, this.starts, this.rows, this.counts) = (terms, starts, rows, counts);

    /// <summary>How many terms there are.</summary>
    public int TermCount => terms.Length;

    /// <summary>The term at a place, in rising order.</summary>
    public ulong Term(int place) => terms[place];

    /// <summary>The rows and counts of the term at a place.</summary>
    public (ReadOnlyMemory<int> Rows, ReadOnlyMemory<byte> Counts) Run(int place) =>
        (rows.AsMemory(starts[place]..starts[place + 1]), counts.AsMemory(starts[place]..starts[place + 1]));

    /// <summary>The rows and counts of a term; empty when no row holds it.</summary>
    public (ReadOnlyMemory<int> Rows, ReadOnlyMemory<byte> Counts) Of(ulong term)
    {
        var place = Array.BinarySearch(terms, term);
        return place < 0 ? (ReadOnlyMemory<int>.Empty, ReadOnlyMemory<byte>.Empty) : Run(place);
    }
}
