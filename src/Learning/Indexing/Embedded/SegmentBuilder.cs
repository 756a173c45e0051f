using Learning.Indexing.Words;
using Learning.Materials;

namespace Learning.Indexing.Embedded;

/// <summary>Makes a segment of materials.</summary>
internal sealed class SegmentBuilder
{
    private readonly TermReader reader = new();
    private readonly List<Entry> entries = [];
    private readonly List<Row> rows = [];
    private readonly List<ulong[]> terms = [];
    private readonly Dictionary<(string Model, int Dimension), List<(int Row, ReadOnlyMemory<float> Vector)>> vectors = [];

    /// <summary>Adds a material.</summary>
    public void Add(IndexedMaterial material)
    {
        var first = rows.Count;
        var shared = Shared(material);
        foreach (var chunk in material.Chunks.DefaultIfEmpty(new IndexedChunk(Guid.Empty, "", "", Model: null, ReadOnlyMemory<float>.Empty)))
            Add(material, chunk, shared, isFirst: rows.Count == first);
        entries.Add(new Entry(material with { Chunks = [] }, first, rows.Count - first));
    }

    public Segment Build() => new([.. entries], [.. rows], RowPostings.Of(terms), [.. vectors.Select(pair => Block(pair.Key, pair.Value))]);

    private void Add(IndexedMaterial material, IndexedChunk chunk, ulong[] shared, bool isFirst)
    {
        var heading = chunk.Heading.StartsWith(material.Title, StringComparison.Ordinal) ? chunk.Heading[material.Title.Length..] : chunk.Heading;
        // The summary speaks for the whole; once is enough.
        ulong[] said = [.. shared, .. reader.Read(isFirst ? $"{heading}\n{material.Summary}\n{chunk.Text}" : $"{heading}\n{chunk.Text}")];
        if (chunk is { Model: { } model, Vector.IsEmpty: false })
        {
            if (!vectors.TryGetValue((model, chunk.Vector.Length), out var list)) vectors[(model, chunk.Vector.Length)] = list = [];
            list.Add((rows.Count, chunk.Vector));
        }

        rows.Add(new Row(chunk.Id, chunk.Text, entries.Count, said.Length));
        terms.Add(said);
    }

    // Every chunk is found by its material's title and by its topics in both languages: words reach where vectors cannot.
    private ulong[] Shared(IndexedMaterial material)
    {
        var names = material.Topics.Select(Topics.Named).SelectMany(topic => new[] { topic.Zh, topic.En }).Distinct(StringComparer.Ordinal);
        return [.. reader.Read(string.Join('\n', names.Prepend(material.Title)))];
    }

    private static VectorBlock Block((string Model, int Dimension) kind, List<(int Row, ReadOnlyMemory<float> Vector)> list)
    {
        var builder = new VectorBlockBuilder(kind.Model, kind.Dimension, list.Count);
        foreach (var (row, vector) in list) builder.Add(row, vector.Span);
        return builder.Build();
    }
}
