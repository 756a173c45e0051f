using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Learning.Ranking;

/// <summary>
/// Gives some of a list's last lines to chance, and says how likely the list was: without that, what is learned from a list says
/// only what the ranker thought already (Li et al. 2011, "Unbiased offline evaluation of contextual-bandit-based news article recommendation").
/// </summary>
public static class Exploration
{
    /// <summary>Most lines of one list that are given away.</summary>
    private const int Most = 2;

    private const string Duty = "required";

    /// <summary>The list with some lines given to chance.</summary>
    /// <param name="list">The list as ranked and spread.</param>
    /// <param name="ranked">Everything that was ranked, highest first.</param>
    /// <param name="now">The moment, for what is new.</param>
    /// <param name="options">How much is given.</param>
    /// <param name="seed">The chance: the same seed gives the same list.</param>
    public static ExploredList Of(IReadOnlyList<RankingTrace> list, IReadOnlyList<RankingTrace> ranked, DateTimeOffset now, ExplorationOptions options, ulong seed)
    {
        var lines = list.Select(trace => new ExploredLine(trace, 1, IsExplored: false)).ToList();
        var pool = Pool(list, ranked, now, options);
        if (options.Share == 0 || pool.Count == 0)
        {
            return new ExploredList(lines, 1);
        }

        var chance = new Random(unchecked((int)seed));
        var given = 0;
        for (var place = list.Count - (int)(list.Count * options.Tail); place < lines.Count && given < Most && pool.Count > 0; place++)
        {
            // A duty is never given away: it stands there because somebody must.
            if (list[place].ValueOf(Duty) > 0)
            {
                continue;
            }

            if (chance.NextDouble() >= options.Share)
            {
                lines[place] = lines[place] with { Propensity = 1 - options.Share };
                continue;
            }

            var chosen = chance.Next(pool.Count);
            lines[place] = new ExploredLine(pool[chosen], options.Share / pool.Count, IsExplored: true) { Pool = [.. pool] };
            pool.RemoveAt(chosen);
            given++;
        }

        return new ExploredList(lines, lines.Aggregate(1.0, (whole, line) => whole * line.Propensity));
    }

    /// <summary>A seed for one person's day: the list does not flicker when it is asked for twice, and is another tomorrow.</summary>
    public static ulong Seed(Guid person, DateOnly day, string model)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes($"{person:N} {day:O} {model}");
        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(bytes));
    }

    private static List<RankingTrace> Pool(IReadOnlyList<RankingTrace> list, IReadOnlyList<RankingTrace> ranked, DateTimeOffset now, ExplorationOptions options)
    {
        var lessons = list.Select(trace => trace.Material.Lesson).ToHashSet();
        var others = ranked.Where(trace => lessons.Add(trace.Material.Lesson)).ToList();
        var since = now.AddDays(-options.NewForDays);
        return [.. others.Where(trace => trace.Material.CreatedAt >= since).Concat(others.Where(trace => trace.Material.CreatedAt < since)).Take(options.Among)];
    }
}

/// <summary>A list of which chance had a part.</summary>
/// <param name="Lines">The lines, first first.</param>
/// <param name="Propensity">How likely exactly this list was, given the ranking.</param>
public sealed record ExploredList(IReadOnlyList<ExploredLine> Lines, double Propensity);

/// <summary>A line of such a list.</summary>
/// <param name="Trace">What the ranker saw.</param>
/// <param name="Propensity">How likely this material was in this place, given the lines above.</param>
/// <param name="IsExplored">Whether chance put it there.</param>
public sealed record ExploredLine(RankingTrace Trace, double Propensity, bool IsExplored)
{
    /// <summary>All that chance chose among, each as likely as the others; empty where it did not choose.</summary>
    public IReadOnlyList<RankingTrace> Pool { get; init; } = [];
}
