using System.Numerics.Tensors;

namespace Learning.Indexing.Embedded;

/// <summary>The vectors of one model in a segment, two bytes a number; see <see cref="ByteVectors.Split"/>.</summary>
internal sealed class VectorBlock
{
    private readonly int[] rows;
    private readonly float[] scales;
    private readonly sbyte[] coarse;
    private readonly sbyte[] fine;

    public VectorBlock(string model, int dimension, int[] rows, float[] scales, sbyte[] coarse, sbyte[] fine) =>
        (Model, Dimension, this.rows, this.scales, this.coarse, this.fine) = (model, dimension, rows, scales, coarse, fine);

    /// <summary>Id of the model.</summary>
    public string Model { get; }

    /// <summary>Numbers in a vector.</summary>
    public int Dimension { get; }

    /// <summary>Rows with a vector, rising.</summary>
    public int[] Rows => rows;

    /// <summary>Writes the rounded inner product with every vector, in the order of places.</summary>
    public void Scan(ReadOnlySpan<sbyte> query, float queryScale, Span<float> products)
    {
        for (var place = 0; place < rows.Length; place++)
            products[place] = ByteDot.Of(query, coarse.AsSpan(place * Dimension, Dimension)) * scales[place] * queryScale;
    }

    /// <summary>Adds every vector whose row is meant to a sum, rounded, and says how many.</summary>
    public int AddAll(Span<double> sum, Func<int, bool> isMeant)
    {
        Span<double> numbers = stackalloc double[Dimension];
        var count = 0;
        for (var place = 0; place < rows.Length; place++)
        {
            if (!isMeant(rows[place])) continue;
            TensorPrimitives.ConvertTruncating<sbyte, double>(coarse.AsSpan(place * Dimension, Dimension), numbers);
            TensorPrimitives.MultiplyAdd(numbers, scales[place], sum, sum);
            count++;
        }

        return count;
    }

    /// <summary>The place of a row, or negative.</summary>
    public int PlaceOf(int row) => Array.BinarySearch(rows, row);

    /// <summary>Adds weight · the vector at a place to a sum.</summary>
    public void AddTo(Span<float> sum, int place, float weight)
    {
        var tens = coarse.AsSpan(place * Dimension, Dimension);
        var units = fine.AsSpan(place * Dimension, Dimension);
        weight *= scales[place];
        for (var number = 0; number < sum.Length; number++) sum[number] += weight * (tens[number] + (units[number] * ByteVectors.FineStep));
    }

    /// <summary>The cosine of the vector at a place, unrounded.</summary>
    public float Cosine(ReadOnlySpan<float> query, int place)
    {
        Span<float> numbers = stackalloc float[Dimension];
        numbers.Clear();
        AddTo(numbers, place, 1);
        return TensorPrimitives.Dot(query, numbers);
    }

    /// <summary>Copies the vector at a place, byte by byte.</summary>
    public float CopyTo(int place, Span<sbyte> coarseBytes, Span<sbyte> fineBytes)
    {
        coarse.AsSpan(place * Dimension, Dimension).CopyTo(coarseBytes);
        fine.AsSpan(place * Dimension, Dimension).CopyTo(fineBytes);
        return scales[place];
    }
}
