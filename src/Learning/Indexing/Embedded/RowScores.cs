using System.Buffers;

namespace Learning.Indexing.Embedded;

/// <summary>What every row, and every material as a whole, scores by words and by vectors, part by part.</summary>
internal sealed class RowScores : IDisposable
{
    private readonly float[][] words;
    private readonly float[][] wholes;
    private readonly float[][] cosines;

    private readonly Contents contents;

    private RowScores(Contents contents, SearchFilter filter)
    {
        this.contents = contents;
        var parts = contents.Parts;
        Passing = Array.ConvertAll(parts, part => part.Passing(filter));
        words = Array.ConvertAll(parts, part => Rent(part.Segment.Rows.Length, 0));
        wholes = Array.ConvertAll(parts, part => Rent(part.Segment.Entries.Length, 0));
        cosines = Array.ConvertAll(parts, part => Rent(part.Segment.Rows.Length, float.NaN));
    }

    /// <summary>The parts of the index.</summary>
    public Part[] Parts => contents.Parts;

    /// <summary>Places of the materials that may be found.</summary>
    public int[][] Passing { get; }

    public static RowScores Of(Contents contents, SearchRequest request)
    {
        var scores = new RowScores(contents, request.Filter);
        if (request.Mode != SearchMode.Vectors) WordScores.AddTo(scores.words, scores.wholes, contents.Parts, request.Text);
        if (request.Mode != SearchMode.Words)
        {
            foreach (var query in request.Vectors) scores.Scan(query);
        }

        return scores;
    }

    /// <summary>A row by words; 0 where none met.</summary>
    public float Words(int part, int row) => words[part][row];

    /// <summary>A row's rounded cosine; not a number where none was compared.</summary>
    public float Cosine(int part, int row) => cosines[part][row];

    /// <summary>A material by words, its best row and the whole of it; 0 where none met.</summary>
    public float Words(int part, Entry entry, int place)
    {
        var best = 0f;
        for (var row = entry.FirstRow; row < entry.FirstRow + entry.RowCount; row++) best = Math.Max(best, words[part][row]);
        return (WordScores.WholeShare * wholes[part][place]) + ((1 - WordScores.WholeShare) * best);
    }

    /// <summary>The place of a material's closest row; negative when none was compared.</summary>
    public int Closest(int part, Entry entry)
    {
        var (closest, most) = (-1, float.NegativeInfinity);
        for (var row = entry.FirstRow; row < entry.FirstRow + entry.RowCount; row++)
        {
            // Nothing compares with what is not a number.
            if (cosines[part][row] > most) (closest, most) = (row, cosines[part][row]);
        }

        return closest;
    }

    /// <summary>The cosine of a row without rounding, as it is compared and as it is; not numbers where none was compared.</summary>
    public (float Compared, float Plain) Exact(int part, int row, IReadOnlyList<MaterialVector> queries)
    {
        if (row < 0 || float.IsNaN(cosines[part][row])) return (float.NaN, float.NaN);
        foreach (var (block, query) in Comparable(Parts[part], queries))
        {
            if (block.PlaceOf(row) is not (>= 0 and var place)) continue;
            var centre = contents.CentreOf(block.Model, block.Dimension);
            var (numbers, shared) = centre.Of(query.Numbers.Span);
            return ((block.Cosine(numbers, place) - shared) * centre[block][place], block.Cosine(query.Numbers.Span, place));
        }

        return (float.NaN, float.NaN);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var rented in words.Concat(wholes).Concat(cosines)) ArrayPool<float>.Shared.Return(rented);
    }

    private void Scan(MaterialVector query)
    {
        var centre = contents.CentreOf(query.Model, query.Numbers.Length);
        var (numbers, shared) = centre.Of(query.Numbers.Span);
        var coarse = new sbyte[numbers.Length];
        var scale = ByteVectors.Round(numbers, coarse);
        for (var part = 0; part < Parts.Length; part++)
        {
            foreach (var (block, _) in Comparable(Parts[part], [query])) Scan(block, centre[block], coarse, scale, shared, cosines[part]);
        }
    }

    private static void Scan(VectorBlock block, float[] stretches, sbyte[] query, float scale, float shared, float[] cosines)
    {
        var products = ArrayPool<float>.Shared.Rent(block.Rows.Length);
        block.Scan(query, scale, products);
        for (var place = 0; place < block.Rows.Length; place++) cosines[block.Rows[place]] = (products[place] - shared) * stretches[place];
        ArrayPool<float>.Shared.Return(products);
    }

    private static IEnumerable<(VectorBlock Block, MaterialVector Query)> Comparable(Part part, IReadOnlyList<MaterialVector> queries) =>
        from block in part.Segment.Vectors
        from query in queries
        where block.Model == query.Model && block.Dimension == query.Numbers.Length
        select (block, query);

    // A search over 50,000 chunks would leave half a megabyte behind.
    private static float[] Rent(int count, float filled)
    {
        var rented = ArrayPool<float>.Shared.Rent(count);
        rented.AsSpan(0, count).Fill(filled);
        return rented;
    }
}
