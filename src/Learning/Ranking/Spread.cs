using System.Numerics.Tensors;
using Learning.Indexing;

namespace Learning.Ranking;

/// <summary>
/// What a list does beyond the order: near-duplicates once, no topic more than its share, and each next line weighed against its
/// likeness to those above (maximal marginal relevance; Carbonell and Goldstein 1998).
/// </summary>
public static class Spread
{
    /// <summary>How much likeness to the lines above counts against a line, when the scores of the list's candidates span 1.</summary>
    private const double LikenessWeight = 0.1;

    /// <summary>So many times the list's length are looked at.</summary>
    private const int LookedAt = 4;

    /// <summary>Takes a list from ranked materials.</summary>
    /// <param name="ranked">Highest first.</param>
    /// <param name="limit">How long the list may be.</param>
    /// <param name="spreadTopics">Whether one main topic may take at most half of the list, and lines be unlike each other; not where words asked for it.</param>
    /// <param name="vectorOf">What the text of a material is about; null: nothing is known.</param>
    /// <returns>At most <paramref name="limit"/> materials; what the share of topics held back fills up the end.</returns>
    public static IReadOnlyList<RankingTrace> Take(IEnumerable<RankingTrace> ranked, int limit, bool spreadTopics, Func<Guid, MaterialVector?>? vectorOf = null)
    {
        var share = spreadTopics ? Math.Max(2, (limit + 1) / 2) : limit;
        var lessons = new HashSet<Guid>();
        var pool = new List<RankingTrace>();
        foreach (var trace in ranked)
        {
            if (lessons.Add(trace.Material.Lesson))
            {
                pool.Add(trace);
                if (pool.Count == LookedAt * limit)
                {
                    break;
                }
            }
        }

        return Picked(pool, limit, share, spreadTopics ? vectorOf : null);
    }

    private static List<RankingTrace> Picked(List<RankingTrace> pool, int limit, int share, Func<Guid, MaterialVector?>? vectorOf)
    {
        var vectors = pool.ConvertAll(trace => vectorOf?.Invoke(trace.Material.Id));
        var span = pool.Count == 0 ? 1 : Math.Max(pool[0].Score - pool[^1].Score, double.Epsilon);
        var likeness = new double[pool.Count];
        var topics = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = new List<RankingTrace>(limit);
        var free = Enumerable.Range(0, pool.Count).ToList();
        while (taken.Count < limit && free.Count > 0)
        {
            var within = free.FindAll(place => topics.GetValueOrDefault(TopicOf(pool[place])) < share);
            var next = (within.Count > 0 ? within : free).MaxBy(place => ((pool[place].Score - pool[^1].Score) / span) - (LikenessWeight * likeness[place]));
            free.Remove(next);
            taken.Add(pool[next]);
            topics[TopicOf(pool[next])] = topics.GetValueOrDefault(TopicOf(pool[next])) + 1;
            if (vectors[next] is { } vector)
            {
                free.ForEach(place => likeness[place] = Math.Max(likeness[place], Likeness(vector, vectors[place])));
            }
        }

        return taken;
    }

    private static string TopicOf(RankingTrace trace) => trace.Material.Topics.Count > 0 ? trace.Material.Topics[0] : "";

    private static double Likeness(MaterialVector one, MaterialVector? other) =>
        other?.Model == one.Model ? Math.Max(0, TensorPrimitives.Dot(one.Numbers.Span, other.Numbers.Span)) : 0;
}
