using Learning.Plans.Constructing;

namespace Learning.Plans.Solving;

/// <summary>What a required lesson lacks: absent weighs most, then late, then how late.</summary>
internal static class Duties
{
    /// <summary>What is asked of each lesson: by the earliest day.</summary>
    public static Dictionary<int, Obligation> ByLesson(Puzzle puzzle) => puzzle.Obligations.GroupBy(obligation => obligation.Lesson)
        .ToDictionary(same => same.Key, same => same.OrderBy(one => one.DueDay).ThenByDescending(one => one.Binding).First());

    public static long Absent(Obligation obligation) => obligation.Binding ? 1_000_000 : 1;

    public static long Late(Obligation obligation, int day) => day > obligation.DueDay ? 1_000 + day : 0;
}
