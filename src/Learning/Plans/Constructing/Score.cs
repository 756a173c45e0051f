using System.Runtime.InteropServices;

namespace Learning.Plans.Constructing;

/// <summary>How good a schedule is: the earlier member decides, the next only between equals.</summary>
/// <param name="Lacking">What required lessons lack: absent weighs most, then late, then how late.</param>
/// <param name="Missing">Credit missing, in thousandths of an hour.</param>
/// <param name="Worth">What the lessons are worth.</param>
/// <param name="Shape">Earlier, more even, nearer to the previous plan.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Score(long Lacking, long Missing, long Worth, long Shape)
{
    private const long Absent = 1_000_000;
    private const long Late = 1_000;
    private const long Kept = 100;

    public static Score Of(Schedule schedule)
    {
        var (worth, shape) = (0L, 0L);
        foreach (var piece in schedule.Planned)
        {
            var spot = schedule.SpotOf(piece.Index)!.Value;
            worth += piece.Worth + (piece.Previous is null ? 0 : Kept);
            shape += Merit.Of(schedule.Puzzle, piece, spot);
        }

        foreach (var load in schedule.WeekLoad) shape -= Merit.Burden(schedule.Puzzle, load);
        return new Score(LackingIn(schedule), MissingIn(schedule), worth, shape);
    }

    public bool IsBetterThan(Score other)
    {
        if (Lacking != other.Lacking) return Lacking < other.Lacking;
        if (Missing != other.Missing) return Missing < other.Missing;
        return Worth != other.Worth ? Worth > other.Worth : Shape > other.Shape;
    }

    /// <summary>Credit still missing for a target.</summary>
    public static long Missed(Schedule schedule, Target target)
    {
        var missing = target.Amount;
        foreach (var piece in schedule.Planned)
        {
            if (target.Counts[piece.Index] && schedule.SpotOf(piece.Index)!.Value.Day <= target.LastDay) missing -= piece.Credit;
        }

        return Math.Max(0, missing);
    }

    private static long MissingIn(Schedule schedule)
    {
        var missing = 0L;
        foreach (var target in schedule.Puzzle.Targets) missing += Missed(schedule, target);
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
    private const long FullWeek = 200;

    /// <summary>Earlier is better (a fifth of its worth over the whole plan), and staying is better than moving.</summary>
    public static long Of(Puzzle puzzle, Piece piece, Spot spot) =>
        -(Scale * (piece.Worth + 50) * spot.Day / (5L * puzzle.Days))
        - (piece.Previous is { } previous && previous != spot ? Scale * Moved : 0);

    /// <summary>What a week's load costs: it grows with the square, so that even weeks cost least.</summary>
    public static long Burden(Puzzle puzzle, long minutes)
    {
        long full = Math.Max(60, puzzle.Windows.WeeklyMinutes);
        return Scale * FullWeek * minutes * minutes / (full * full);
    }
}
