namespace Learning.Indexing.Embedded;

/// <summary>
/// The index in this process: BM25 and an exact scan of byte vectors, unrounded for the best. What readers see never changes;
/// a writer makes the next state beside it and puts it in place at once, so nobody waits for a writer and nobody sees half a change.
/// It holds a copy of what the database has and is filled from there at start.
/// </summary>
public sealed class EmbeddedIndex : ISearchIndex
{
    private readonly Lock writing = new();
    private volatile Contents contents = Contents.Empty;

    /// <inheritdoc />
    public IndexSize Size
    {
        get
        {
            var now = contents.Parts;
            return new IndexSize(now.Sum(part => part.MaterialCount), now.Sum(part => part.ChunkCount), now.Sum(part => part.VectorCount));
        }
    }

    /// <inheritdoc />
    public ValueTask PutAsync(IReadOnlyCollection<IndexedMaterial> materials, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (materials.Count == 0) return ValueTask.CompletedTask;
        var builder = new SegmentBuilder();
        var byId = new Dictionary<Guid, IndexedMaterial>();
        foreach (var material in materials) byId[material.Id] = material;
        foreach (var material in byId.Values) builder.Add(material);
        var added = Part.Of(builder.Build());
        lock (writing) contents = new Contents(Tidied([.. contents.Parts.Select(part => part.Without(byId.Keys)), added]));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask RemoveAsync(IReadOnlyCollection<Guid> materials, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (writing) contents = new Contents(Tidied([.. contents.Parts.Select(part => part.Without(materials))]));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<SearchHit>> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Searching.In(contents, request));
    }

    /// <inheritdoc />
    public MaterialVector? VectorOf(Guid material)
    {
        foreach (var part in contents.Parts)
        {
            if (part.Segment.PlaceOf(material) is >= 0 and var place && part.IsAlive(place)) return part.Segment.DirectionOf(place);
        }

        return null;
    }

    // Like the digits of a counter: a new segment joins its neighbour while that is less than twice its size, so there are few
    // segments and each row is copied only as often as the index doubles. What is half removed is written anew.
    private static Part[] Tidied(List<Part> next)
    {
        next.RemoveAll(part => part.RowCount == 0);
        for (var place = 0; place < next.Count; place++)
        {
            if (next[place].RemovedRows > next[place].RowCount) next[place] = Part.Of(SegmentMerge.Of([next[place]]));
        }

        while (next.Count > 1 && next[^2].RowCount < 2 * next[^1].RowCount)
        {
            var merged = Part.Of(SegmentMerge.Of([next[^2], next[^1]]));
            next.RemoveRange(next.Count - 2, 2);
            next.Add(merged);
        }

        return [.. next];
    }
}
