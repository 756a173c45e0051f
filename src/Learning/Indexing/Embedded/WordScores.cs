using Learning.Indexing.Words;

namespace Learning.Indexing.Embedded;

/// <summary>BM25 (Robertson et al. 1994) of every row.</summary>
internal static class WordScores
{
    /// <summary>How soon saying a word again adds nothing. Chosen on judged questions in both languages, where 0.8–1.2 differ little.</summary>
    private const float K1 = 1.0f;

    /// <summary>How much longer rows are held back.</summary>
    private const float B = 0.8f;

    /// <summary>Adds up scores, part by part; rows without any of the words stay 0.</summary>
    public static void AddTo(float[][] scores, Part[] parts, string text)
    {
        var rows = parts.Sum(part => (long)part.RowCount);
        var average = Math.Max(1, parts.Sum(part => part.Length) / (float)Math.Max(1, rows));
        foreach (var (term, weight) in QueryTerms.Of(text))
        {
            var runs = Array.ConvertAll(parts, part => part.Segment.Postings.Of(term));
            var holding = parts.Zip(runs, (part, run) => Alive(part, run.Rows.Span)).Sum();
            var rarity = weight * (float)Math.Log(1 + ((rows - holding + 0.5) / (holding + 0.5)));
            for (var part = 0; part < parts.Length; part++)
                Add(scores[part], parts[part].Segment.Rows, runs[part].Rows.Span, runs[part].Counts.Span, rarity * (K1 + 1), average);
        }
    }

    private static void Add(float[] scores, Row[] all, ReadOnlySpan<int> rows, ReadOnlySpan<byte> counts, float rarity, float average)
    {
        const float fix = K1 * (1 - B);
        var perTerm = K1 * B / average;
        for (var place = 0; place < rows.Length; place++)
        {
            var row = rows[place];
            scores[row] += rarity * counts[place] / (counts[place] + fix + (perTerm * all[row].Length));
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
