using System.Runtime.InteropServices;
using Learning.Plans.Constructing;

namespace Learning.Plans.Solving;

/// <summary>How far a schedule reaches, aim by aim.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Measure(long Lacking, long Missing, long Worth)
{
    public static Measure Of(Schedule schedule)
    {
        var puzzle = schedule.Puzzle;
        var lacking = 0L;
        foreach (var (lesson, duty) in Duties.ByLesson(puzzle))
            lacking += schedule.SpotOfLesson(lesson) is { } spot ? Duties.Late(duty, spot.Day) : Duties.Absent(duty);
        var missing = Enumerable.Range(0, puzzle.Targets.Length).Sum(schedule.Tally.Missed);
        return new Measure(lacking, missing, schedule.Planned.Sum(piece => WorthOf(piece, schedule.SpotOf(piece.Index)!.Value)));
    }

    /// <summary>Whether another is better, aim by aim.</summary>
    /// <param name="other">The other.</param>
    /// <param name="forgiven">Missing credit that makes no difference.</param>
    public bool IsWorseThan(Measure other, long forgiven = 0)
    {
        var (mine, its) = (Math.Max(0, Missing - forgiven), Math.Max(0, other.Missing - forgiven));
        return Lacking != other.Lacking ? Lacking > other.Lacking : mine != its ? mine > its : Worth < other.Worth;
    }

    private static long WorthOf(Piece piece, Spot spot) =>
        (piece.Worth * (Grid.Hundred - (spot.Day / 7))) + (piece.Previous is null ? 0 : Grid.Kept) + (piece.Previous == spot ? Grid.Stayed : 0);
}
