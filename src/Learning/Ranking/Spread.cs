namespace Learning.Ranking;

/// <summary>What a list does beyond the order: near-duplicates once, and no topic takes more than its share.</summary>
public static class Spread
{
    /// <summary>Takes a list from ranked materials.</summary>
    /// <param name="ranked">Highest first.</param>
    /// <param name="limit">How long the list may be.</param>
    /// <param name="spreadTopics">Whether one main topic may take at most half of the list; not where words asked for it.</param>
    /// <returns>At most <paramref name="limit"/> materials; what the share of topics held back fills up the end.</returns>
    public static IReadOnlyList<RankingTrace> Take(IEnumerable<RankingTrace> ranked, int limit, bool spreadTopics)
    {
        var share = spreadTopics ? Math.Max(2, (limit + 1) / 2) : limit;
        var lessons = new HashSet<Guid>();
        var topics = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = new List<RankingTrace>(limit);
        var held = new List<RankingTrace>();
        foreach (var trace in ranked.Where(trace => lessons.Add(trace.Material.Lesson)))
        {
            var topic = trace.Material.Topics.Count > 0 ? trace.Material.Topics[0] : "";
            if (topics.GetValueOrDefault(topic) >= share)
            {
                held.Add(trace);
                continue;
            }

            topics[topic] = topics.GetValueOrDefault(topic) + 1;
            taken.Add(trace);
            if (taken.Count == limit)
            {
                return taken;
            }
        }

        return [.. taken, .. held.Take(limit - taken.Count)];
    }
}
