using Learning.Plans.Words.FreeWords;

namespace Learning.Plans;

/// <summary>What the next plan must obey because a coordinator gave the one before back.</summary>
/// <param name="Bans">Materials that do not suit.</param>
/// <param name="NotFree">Times of the week in which nothing may be planned.</param>
/// <param name="DailyCapMinutes">Most minutes of a day; null: as the member said.</param>
public sealed record ReturnTerms(List<Guid> Bans, List<TermTime> NotFree, int? DailyCapMinutes)
{
    /// <summary>No terms.</summary>
    public static ReturnTerms None { get; } = new([], [], null);

    /// <summary>Whether there is anything to obey.</summary>
    public bool IsEmpty => Bans.Count == 0 && NotFree.Count == 0 && DailyCapMinutes is null;

    /// <summary>The terms in a reason: what it says outright, and times that its words rule out ("周末要值班").</summary>
    public static ReturnTerms Of(string reason, IReadOnlyList<Guid> bans, int? dailyCapMinutes) =>
        new([.. bans.Distinct()], [.. FreeWordsRules.Refusals(reason)], dailyCapMinutes);

    /// <summary>The times as a planner reads them.</summary>
    internal IEnumerable<ForbiddenTime> Forbidden => NotFree.Select(time => new ForbiddenTime(time.Day, null, time.From, time.To));
}

/// <summary>A time of the week.</summary>
/// <param name="Day">Day.</param>
/// <param name="From">Start.</param>
/// <param name="To">End; equal ends mean the whole day.</param>
public sealed record TermTime(DayOfWeek Day, TimeOnly From, TimeOnly To);
