namespace Learning.Indexing.Embedded;

/// <summary>Collects vectors of one model in the order of rows.</summary>
internal sealed class VectorBlockBuilder(string model, int dimension, int capacity)
{
    private readonly List<int> rows = new(capacity);
    private readonly List<float> scales = new(capacity);
    private readonly sbyte[] coarse = new sbyte[capacity * dimension];
    private readonly sbyte[] fine = new sbyte[capacity * dimension];

    /// <summary>Adds a vector.</summary>
    public void Add(int row, ReadOnlySpan<float> vector)
    {
        scales.Add(ByteVectors.Split(vector, Next(coarse), Next(fine)));
        rows.Add(row);
    }

    /// <summary>Adds a vector of another block as it is.</summary>
    public void Add(int row, VectorBlock block, int place)
    {
        scales.Add(block.CopyTo(place, Next(coarse), Next(fine)));
        rows.Add(row);
    }

    public VectorBlock Build() => new(model, dimension, [.. rows], [.. scales], coarse, fine);

    private Span<sbyte> Next(sbyte[] bytes) => bytes.AsSpan(rows.Count * dimension, dimension);
}
