using Learning.Indexing.Words;

namespace Learning.Indexing.Embedded;

/// <summary>
/// BM25 (Robertson et al. 1994) of every row, and of every material with its rows taken as one text. A question is often
/// answered by a lesson as a whole, its words spread over chunks; in a long law it is one article that answers.
/// So a material is judged by both: that found more than either alone, on long and on short texts.
/// </summary>
internal static class WordScores
{
    /// <summary>What the material as a whole counts, beside its best row.</summary>
    public const float WholeShare = 0.7f;

    /// <summary>How soon saying a word again adds nothing. Chosen on judged questions in both languages, where 0.8–1.2 differ little.</summary>
    private const float K1 = 1.0f;

    /// <summary>How much longer texts are held back.</summary>
    private const float B = 0.8f;

    /// <summary>Adds up the scores of a part's rows and materials; those without any of the words stay 0.</summary>
    public static void AddTo(float[][] rows, float[][] wholes, Part[] parts, string text)
    {
        var rowCount = parts.Sum(part => (long)part.RowCount);
        var length = parts.Sum(part => part.Length);
        var row = Bound(length, rowCount);
        var whole = Bound(length, parts.Sum(part => (long)part.MaterialCount));
        foreach (var (term, weight) in QueryTerms.Of(text))
        {
            var runs = Array.ConvertAll(parts, part => part.Segment.Postings.Of(term));
            var holding = parts.Zip(runs, (part, run) => Alive(part, run.Rows.Span)).Sum();
            var rarity = (K1 + 1) * weight * (float)Math.Log(1 + ((rowCount - holding + 0.5) / (holding + 0.5)));
            for (var part = 0; part < parts.Length; part++)
            {
                AddRows(rows[part], parts[part].Segment, runs[part].Rows.Span, runs[part].Counts.Span, rarity, row);
                AddWholes(wholes[part], parts[part].Segment, runs[part].Rows.Span, runs[part].Counts.Span, rarity, whole);
            }
        }
    }

    // What a text of a length adds below the line of BM25, per term of it: k₁ · b / the mean length.
    private static float Bound(long length, long count) => K1 * B / Math.Max(1, length / (float)Math.Max(1, count));

    private static void AddRows(float[] scores, Segment segment, ReadOnlySpan<int> rows, ReadOnlySpan<byte> counts, float rarity, float perTerm)
    {
        var lengths = segment.RowLengths;
        for (var place = 0; place < rows.Length; place++)
        {
            var row = rows[place];
            scores[row] += rarity * counts[place] / (counts[place] + (K1 * (1 - B)) + (perTerm * lengths[row]));
        }
    }

    // Rows of a material stand together, and so they do in a run.
    private static void AddWholes(float[] scores, Segment segment, ReadOnlySpan<int> rows, ReadOnlySpan<byte> counts, float rarity, float perTerm)
    {
        var (lengths, entries) = (segment.WholeLengths, segment.EntryOfRow);
        for (var place = 0; place < rows.Length;)
        {
            var entry = entries[rows[place]];
            var count = 0;
            for (; place < rows.Length && entries[rows[place]] == entry; place++) count += counts[place];
            scores[entry] += rarity * count / (count + (K1 * (1 - B)) + (perTerm * lengths[entry]));
        }
    }

    private static int Alive(Part part, ReadOnlySpan<int> rows)
    {
        if (part.RemovedRows == 0) return rows.Length;
        var alive = 0;
        foreach (var row in rows) alive += part.IsRowAlive(row) ? 1 : 0;
        return alive;
    }
}
