namespace Learning.Indexing.Embedded;

/// <summary>What every row scores by words and by vectors, part by part.</summary>
internal sealed class RowScores
{
    private RowScores(Part[] parts, SearchFilter filter)
    {
        Parts = parts;
        Passing = Array.ConvertAll(parts, part => part.Passing(filter).ToArray());
        Words = Array.ConvertAll(parts, part => new float[part.Segment.Rows.Length]);
        Cosines = Array.ConvertAll(parts, part => Nothing(part.Segment.Rows.Length));
    }

    /// <summary>The parts of the index.</summary>
    public Part[] Parts { get; }

    /// <summary>The materials that may be found.</summary>
    public Entry[][] Passing { get; }

    /// <summary>BM25; 0 where no word met.</summary>
    public float[][] Words { get; }

    /// <summary>Rounded cosines; not a number where none was compared.</summary>
    public float[][] Cosines { get; }

    public static RowScores Of(Part[] parts, SearchRequest request)
    {
        var scores = new RowScores(parts, request.Filter);
        if (request.Mode != SearchMode.Vectors) WordScores.AddTo(scores.Words, parts, request.Text);
        if (request.Mode != SearchMode.Words)
        {
            foreach (var query in request.Vectors) scores.Scan(query);
        }

        return scores;
    }

    /// <summary>The cosine of a row without rounding; not a number where none was compared.</summary>
    public float ExactCosine(int part, int row, IReadOnlyList<MaterialVector> queries)
    {
        if (float.IsNaN(Cosines[part][row])) return float.NaN;
        foreach (var (block, query) in Comparable(Parts[part], queries))
        {
            if (block.PlaceOf(row) is >= 0 and var place) return block.Cosine(query.Numbers.Span, place);
        }

        return float.NaN;
    }

    private void Scan(MaterialVector query)
    {
        var coarse = new sbyte[query.Numbers.Length];
        var scale = ByteVectors.Round(query.Numbers.Span, coarse);
        for (var part = 0; part < Parts.Length; part++)
        {
            foreach (var (block, _) in Comparable(Parts[part], [query])) block.Scan(coarse, scale, Cosines[part]);
        }
    }

    private static IEnumerable<(VectorBlock Block, MaterialVector Query)> Comparable(Part part, IReadOnlyList<MaterialVector> queries) =>
        from block in part.Segment.Vectors
        from query in queries
        where block.Model == query.Model && block.Dimension == query.Numbers.Length
        select (block, query);

    private static float[] Nothing(int rows)
    {
        var cosines = new float[rows];
        Array.Fill(cosines, float.NaN);
        return cosines;
    }
}
