namespace Learning.Indexing.Embedded;

/// <summary>One search: score every row, keep the best row of each material, look at the best of those without rounding.</summary>
internal static class Searching
{
    private const int MostHits = 1_000;

    /// <summary>How many are looked at again: rounding moves a cosine by a few thousandths, never by hundreds of places.</summary>
    private const int LookedAtAgain = 200;

    public static IReadOnlyList<SearchHit> In(Part[] parts, SearchRequest request)
    {
        var limit = Math.Clamp(request.Limit, 0, MostHits);
        if (limit == 0 || parts.Length == 0) return [];
        var scores = RowScores.Of(parts, request);
        var fusion = Fusion.Of(scores, request.Mode);
        var best = Best(scores, fusion, Math.Max(limit, LookedAtAgain));
        return [.. best.Select(found => Hit(found, scores, fusion, request))
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Material).Take(limit)];
    }

    private static IEnumerable<Found> Best(RowScores scores, Fusion fusion, int count)
    {
        var best = new PriorityQueue<Found, (float Score, Guid Material)>(WorstFirst);
        for (var part = 0; part < scores.Parts.Length; part++)
        {
            foreach (var entry in scores.Passing[part])
            {
                var found = BestRow(scores, fusion, part, entry);
                if (found.Row < 0) continue;
                if (best.Count < count) best.Enqueue(found, (found.Score, entry.Material.Id));
                else best.EnqueueDequeue(found, (found.Score, entry.Material.Id));
            }
        }

        return best.UnorderedItems.Select(item => item.Element);
    }

    private static Found BestRow(RowScores scores, Fusion fusion, int part, Entry entry)
    {
        var best = new Found(part, -1, float.NegativeInfinity);
        for (var row = entry.FirstRow; row < entry.FirstRow + entry.RowCount; row++)
        {
            if (fusion.Score(scores.Words[part][row], scores.Cosines[part][row]) is { } score && score > best.Score)
                best = new Found(part, row, score);
        }

        return best;
    }

    private static SearchHit Hit(Found found, RowScores scores, Fusion fusion, SearchRequest request)
    {
        var segment = scores.Parts[found.Part].Segment;
        var words = scores.Words[found.Part][found.Row];
        var cosine = scores.ExactCosine(found.Part, found.Row, request.Vectors);
        var row = segment.Rows[found.Row];
        var score = fusion.Score(words, cosine) ?? found.Score;
        return new SearchHit(segment.Entries[row.Entry].Material.Id, row.Chunk, score, words, float.IsNaN(cosine) ? 0 : cosine, row.Text);
    }

    // Equal scores are settled by id, so the same content gives the same answer however it came in.
    private static readonly IComparer<(float Score, Guid Material)> WorstFirst = Comparer<(float Score, Guid Material)>.Create((left, right) =>
        left.Score != right.Score ? left.Score.CompareTo(right.Score) : right.Material.CompareTo(left.Material));

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Found(int Part, int Row, float Score);
}
