namespace Learning.Indexing.Embedded;

/// <summary>One search: score every material by its words and its closest row, then look at the best without rounding and at which of their rows to show.</summary>
internal static class Searching
{
    private const int MostHits = 1_000;

    /// <summary>How many are looked at again: rounding moves a cosine by a few thousandths, never by hundreds of places.</summary>
    private const int LookedAtAgain = 200;

    public static IReadOnlyList<SearchHit> In(Contents contents, SearchRequest request)
    {
        var limit = Math.Clamp(request.Limit, 0, MostHits);
        if (limit == 0 || contents.Parts.Length == 0) return [];
        using var scores = RowScores.Of(contents, request);
        var fusion = Fusion.Of(scores, request.Mode);
        return [.. Best(scores, fusion, Math.Max(limit, LookedAtAgain))
            .Select(found => Exact(found, scores, fusion, request))
            .OrderByDescending(found => found.Score).ThenBy(found => scores.Parts[found.Part].Segment.Entries[found.Place].Material.Id)
            .Take(limit).Select(found => Hit(found, scores, fusion))];
    }

    private static IEnumerable<Found> Best(RowScores scores, Fusion fusion, int count)
    {
        var best = new PriorityQueue<Found, (float Score, Guid Material)>(WorstFirst);
        var least = float.NegativeInfinity;
        for (var part = 0; part < scores.Parts.Length; part++)
        {
            var entries = scores.Parts[part].Segment.Entries;
            foreach (var place in scores.Passing[part])
            {
                if (Rough(scores, fusion, part, place) is not { } found || found.Score < least) continue;
                var order = (found.Score, entries[place].Material.Id);
                if (best.Count < count) best.Enqueue(found, order);
                else best.EnqueueDequeue(found, order);
                if (best.Count == count) least = best.Peek().Score;
            }
        }

        return best.UnorderedItems.Select(item => item.Element);
    }

    private static Found? Rough(RowScores scores, Fusion fusion, int part, int place)
    {
        var entry = scores.Parts[part].Segment.Entries[place];
        var words = scores.Words(part, entry, place);
        var closest = scores.Closest(part, entry);
        var cosine = closest < 0 ? float.NaN : scores.Cosine(part, closest);
        return fusion.Score(words, cosine) is { } score ? new Found(part, place, closest, score, words, cosine) : null;
    }

    private static Found Exact(Found found, RowScores scores, Fusion fusion, SearchRequest request)
    {
        var (compared, plain) = scores.Exact(found.Part, found.Closest, request.Vectors);
        return found with { Cosine = plain, Score = fusion.Score(found.Words, compared) ?? found.Score };
    }

    private static SearchHit Hit(Found found, RowScores scores, Fusion fusion)
    {
        var segment = scores.Parts[found.Part].Segment;
        var entry = segment.Entries[found.Place];
        var row = segment.Rows[Shown(found.Part, entry, scores, fusion)];
        return new SearchHit(entry.Material.Id, row.Chunk, found.Score, found.Words, float.IsNaN(found.Cosine) ? 0 : found.Cosine, row.Text);
    }

    // The row that says the words and means them.
    private static int Shown(int part, Entry entry, RowScores scores, Fusion fusion)
    {
        var (shown, most) = (entry.FirstRow, float.NegativeInfinity);
        for (var row = entry.FirstRow; row < entry.FirstRow + entry.RowCount; row++)
        {
            if (fusion.Score(scores.Words(part, row), scores.Cosine(part, row)) is { } score && score > most) (shown, most) = (row, score);
        }

        return shown;
    }

    // Equal scores are settled by id, so the same content gives the same answer however it came in.
    private static readonly IComparer<(float Score, Guid Material)> WorstFirst = Comparer<(float Score, Guid Material)>.Create((left, right) =>
        left.Score != right.Score ? left.Score.CompareTo(right.Score) : right.Material.CompareTo(left.Material));

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Found(int Part, int Place, int Closest, float Score, float Words, float Cosine);
}
