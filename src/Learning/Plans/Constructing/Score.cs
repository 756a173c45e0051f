using System.Runtime.InteropServices;

namespace Learning.Plans.Constructing;

/// <summary>How good a schedule is: the earlier member decides, the next only between equals.</summary>
/// <param name="Lacking">What required lessons lack: absent weighs most, then late, then how late.</param>
/// <param name="Missing">Credit missing, in thousandths of an hour.</param>
/// <param name="Worth">What the lessons are worth, and a bonus for each that the previous plan had, and again where it has not moved.</param>
/// <param name="Shape">Earlier and more even.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Score(long Lacking, long Missing, long Worth, long Shape)
{
    private const long Absent = 1_000_000;
    private const long Late = 1_000;

    public static Score Of(Schedule schedule)
    {
        var shape = schedule.Tally.Merit;
        foreach (var load in schedule.Tally.WeekLoad) shape -= Merit.Burden(schedule.Puzzle, load);
        return new Score(LackingIn(schedule), MissingIn(schedule), schedule.Tally.Worth, shape);
    }

    public bool IsBetterThan(Score other)
    {
        if (Lacking != other.Lacking) return Lacking < other.Lacking;
        if (Missing != other.Missing) return Missing < other.Missing;
        return Worth != other.Worth ? Worth > other.Worth : Shape > other.Shape;
    }

    private static long MissingIn(Schedule schedule)
    {
        var missing = 0L;
        for (var target = 0; target < schedule.Puzzle.Targets.Length; target++) missing += schedule.Tally.Missed(target);
        return missing;
    }

    private static long LackingIn(Schedule schedule)
    {
        var lacking = 0L;
        foreach (var obligation in schedule.Puzzle.Obligations)
        {
            if (schedule.SpotOfLesson(obligation.Lesson) is not { } spot) lacking += obligation.Binding ? Absent : 1;
            else if (spot.Day > obligation.DueDay) lacking += Late + spot.Day;
        }

        return lacking;
    }
}

/// <summary>What a day is worth for a piece, in thousandths of a unit of <see cref="Piece.Worth"/>.</summary>
internal static class Merit
{
    private const long Scale = 1_000;
    private const long Moved = 1_000;
    private const long FullWeek = 600;

    /// <summary>Earlier is better (a week's delay costs a hundredth of its worth), and staying is better than moving.</summary>
    public static long Of(Piece piece, Spot spot) =>
        -(Scale * (piece.Worth + 50) * spot.Day / 700)
        - (piece.Previous is { } previous && previous != spot ? Scale * Moved : 0);

    /// <summary>What a week's load costs: it grows with the square, so that even weeks cost least.</summary>
    public static long Burden(Puzzle puzzle, long minutes)
    {
        long full = Math.Max(60, puzzle.Windows.WeeklyMinutes);
        return Scale * FullWeek * minutes * minutes / (full * full);
    }
}
