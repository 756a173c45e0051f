namespace Learning.Plans.Constructing;

/// <summary>Finds places for pieces, together with what they need first.</summary>
internal static class Placer
{
    /// <summary>Puts a piece, and what it needs first, at the best places up to a day; or changes nothing and says false.</summary>
    public static bool TryPlace(Schedule schedule, Piece piece, int lastDay, bool earliest)
    {
        if (!piece.IsAvailable || schedule.HasLesson(piece.Lesson)) return false;
        var mark = schedule.Mark();
        if (!TryPlaceNeeds(schedule, piece, lastDay) || BestSpot(schedule, piece, lastDay, earliest) is not { } spot)
        {
            schedule.RollBack(mark);
            return false;
        }

        schedule.Place(piece, spot);
        return true;
    }

    /// <summary>Puts a piece at a given place, and what it needs before it.</summary>
    public static bool TryPin(Schedule schedule, Piece piece, int day, int? start)
    {
        if (!piece.IsAvailable || schedule.HasLesson(piece.Lesson) || day < piece.FirstDay || day > piece.LastDay) return false;
        var mark = schedule.Mark();
        if (TryPlaceNeeds(schedule, piece, day))
        {
            var (after, before) = schedule.Bounds(piece);
            start ??= schedule.StartOn(piece, day, after, before);
            if (start is { } at && schedule.Fits(piece, new Spot(day, at)))
            {
                schedule.Place(piece, new Spot(day, at));
                return true;
            }
        }

        schedule.RollBack(mark);
        return false;
    }

    /// <summary>The best place for one piece up to a day; null where it fits nowhere.</summary>
    public static Spot? BestSpot(Schedule schedule, Piece piece, int lastDay, bool earliest)
    {
        var (after, before) = schedule.Bounds(piece);
        if (after >= before) return null;
        lastDay = Math.Min(lastDay, piece.LastDay);
        Spot? best = null;
        var merit = long.MinValue;
        if (piece.Previous is { } previous && previous.Day >= 0 && previous.Day <= lastDay && schedule.Fits(piece, previous))
            (best, merit) = (previous, MeritAt(schedule, piece, previous));
        for (var day = Math.Max(piece.FirstDay, after / Spot.MinutesPerDay); day <= lastDay; day++)
        {
            if (schedule.StartOn(piece, day, after, before) is not { } start) continue;
            var spot = new Spot(day, start);
            var here = MeritAt(schedule, piece, spot);
            if (here > merit) (best, merit) = (spot, here);
            if (earliest) break;
        }

        return best;
    }

    private static long MeritAt(Schedule schedule, Piece piece, Spot spot)
    {
        var load = schedule.Tally.WeekLoad[spot.Day / 7];
        return Merit.Of(piece, spot)
            - Merit.Burden(schedule.Puzzle, load + piece.Minutes) + Merit.Burden(schedule.Puzzle, load);
    }

    private static bool TryPlaceNeeds(Schedule schedule, Piece piece, int lastDay)
    {
        foreach (var lesson in piece.Needs)
        {
            if (schedule.HasLesson(lesson)) continue;
            // Only pieces of earlier rounds: so no circle can close through a near-duplicate.
            var choice = schedule.Puzzle.LessonPieces[lesson].Select(index => schedule.Puzzle.Pieces[index])
                .Where(need => need.IsAvailable && need.Round < piece.Round)
                .OrderByDescending(need => need.Worth).ThenBy(need => need.Minutes);
            if (!choice.Any(need => TryPlace(schedule, need, lastDay, earliest: true))) return false;
        }

        // What it needs may have brought in a near-duplicate of the piece itself.
        return !schedule.HasLesson(piece.Lesson);
    }
}
