using System.Collections;

namespace Learning.Indexing.Embedded;

/// <summary>A segment and which of its materials were removed since. Unchanging as well: a removal makes a new part.</summary>
internal sealed class Part
{
    private readonly BitArray? removed;
    private readonly int removedCount;
    private int[]? there;

    private Part(Segment segment, BitArray? removed, int removedCount, int removedRows, long length) =>
        (Segment, this.removed, this.removedCount, RemovedRows, Length) = (segment, removed, removedCount, removedRows, length);

    /// <summary>The segment.</summary>
    public Segment Segment { get; }

    /// <summary>Rows of removed materials.</summary>
    public int RemovedRows { get; }

    /// <summary>Rows that can be found.</summary>
    public int RowCount => Segment.Rows.Length - RemovedRows;

    /// <summary>Materials that can be found.</summary>
    public int MaterialCount => Segment.Entries.Length - removedCount;

    /// <summary>Chunks that can be found.</summary>
    public int ChunkCount => Segment.Rows.Count(row => row.Chunk != Guid.Empty && IsAlive(row.Entry));

    /// <summary>Chunks with a vector that can be found.</summary>
    public int VectorCount => Segment.Vectors.Sum(block => block.Rows.Count(IsRowAlive));

    /// <summary>Terms in the rows that can be found.</summary>
    public long Length { get; }

    /// <summary>A part of which nothing was removed.</summary>
    public static Part Of(Segment segment) => new(segment, removed: null, 0, 0, segment.Rows.Sum(row => (long)row.Length));

    /// <summary>Whether the material at a place is still there.</summary>
    public bool IsAlive(int place) => removed is null || !removed[place];

    /// <summary>Whether a row's material is still there.</summary>
    public bool IsRowAlive(int row) => removed is null || !removed[Segment.Rows[row].Entry];

    /// <summary>Places of the materials that are still there and pass a filter.</summary>
    public int[] Passing(SearchFilter filter) => filter.IsOpen ? There : Array.FindAll(There, place => Segment.Entries[place].Passes(filter));

    // Made when first asked for.
    private int[] There => there ??= [.. Enumerable.Range(0, Segment.Entries.Length).Where(IsAlive)];

    /// <summary>The part without some materials; itself when it has none of them.</summary>
    public Part Without(IReadOnlyCollection<Guid> materials)
    {
        BitArray? without = null;
        var (count, rows, length) = (removedCount, RemovedRows, Length);
        foreach (var place in materials.Select(Segment.PlaceOf).Where(place => place >= 0 && IsAlive(place)).Distinct())
        {
            without ??= removed is null ? new BitArray(Segment.Entries.Length) : new BitArray(removed);
            without[place] = true;
            count++;
            var entry = Segment.Entries[place];
            rows += entry.RowCount;
            for (var row = entry.FirstRow; row < entry.FirstRow + entry.RowCount; row++) length -= Segment.Rows[row].Length;
        }

        return without is null ? this : new Part(Segment, without, count, rows, length);
    }
}
