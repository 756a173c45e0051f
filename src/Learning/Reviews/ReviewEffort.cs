namespace Learning.Reviews;

/// <summary>
/// How much of people's time reviewing takes, worked out from kept acts alone: between two acts of one person that lie at most
/// <see cref="LongestPause"/> apart the person is taken to have worked; the first act after a longer pause counts <see cref="FirstLook"/>. Nobody's own figure is told.
/// </summary>
/// <param name="Minutes">Minutes of work.</param>
/// <param name="Members">Members whose plans were decided.</param>
/// <param name="Acts">Acts that were counted; a bulk approval is one.</param>
public sealed record ReviewEffort(double Minutes, int Members, int Acts)
{
    /// <summary>A longer pause is no work.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>What a first look is taken to last.</summary>
    public static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(1);

    /// <summary>The figure: minutes for a thousand members; null where nothing was decided.</summary>
    public double? MinutesPerThousandMembers => Members == 0 ? null : Math.Round(1000 * Minutes / Members, 1);

    /// <summary>Adds up acts.</summary>
    /// <param name="acts">Who acted, when, and for how many members.</param>
    /// <param name="members">Members whose plans were decided by them.</param>
    public static ReviewEffort Of(IReadOnlyCollection<(Guid By, DateTimeOffset At)> acts, int members)
    {
        var minutes = acts.GroupBy(act => act.By).Sum(person =>
        {
            var times = person.Select(act => act.At).Distinct().Order().ToList();
            return times.Zip(times.Skip(1), (before, after) => after - before).Sum(pause => (pause <= LongestPause ? pause : FirstLook).TotalMinutes) + (times.Count > 0 ? FirstLook.TotalMinutes : 0);
        });
        return new ReviewEffort(Math.Round(minutes, 2), members, acts.Count);
    }
}
