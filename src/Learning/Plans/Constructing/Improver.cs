namespace Learning.Plans.Constructing;

/// <summary>Local improvement: insert, move, exchange, for a fixed number of tries. A change stays only where the score grows.</summary>
internal static class Improver
{
    private const int Rounds = 4;
    private const int Exchanges = 3000;

    public static void Improve(Schedule schedule, Random random)
    {
        var tries = Exchanges;
        for (var round = 0; round < Rounds; round++)
        {
            var before = Score.Of(schedule);
            Insert(schedule);
            Move(schedule);
            Exchange(schedule, random, ref tries);
            if (!Score.Of(schedule).IsBetterThan(before)) break;
        }

        Fill(schedule);
    }

    /// <summary>Puts in whatever still fits: the proof asks that nothing required or creditable is left out that has room.</summary>
    public static void Fill(Schedule schedule)
    {
        while (Insert(schedule))
        {
        }
    }

    private static bool Insert(Schedule schedule)
    {
        var any = false;
        foreach (var piece in schedule.Open.OrderByDescending(piece => piece.Worth).ThenBy(piece => piece.Minutes).ToArray())
        {
            if (schedule.HasLesson(piece.Lesson) || !Builder.IsWanted(schedule, piece)) continue;
            var before = Score.Of(schedule);
            foreach (var day in Builder.Deadlines(schedule, piece))
            {
                var mark = schedule.Mark();
                if (!Placer.TryPlace(schedule, piece, day, earliest: false)) continue;
                if (Score.Of(schedule).IsBetterThan(before))
                {
                    any = true;
                    break;
                }

                schedule.RollBack(mark);
            }
        }

        return any;
    }

    private static void Move(Schedule schedule)
    {
        foreach (var piece in schedule.Planned.Where(piece => !schedule.Fixed[piece.Index]).ToArray())
        {
            var score = Score.Of(schedule);
            foreach (var day in Builder.Deadlines(schedule, piece))
            {
                var mark = schedule.Mark();
                schedule.Remove(piece);
                if (Placer.BestSpot(schedule, piece, day, earliest: false) is { } spot)
                {
                    schedule.Place(piece, spot);
                    if (Score.Of(schedule).IsBetterThan(score)) break;
                }

                schedule.RollBack(mark);
            }
        }
    }

    private static void Exchange(Schedule schedule, Random random, ref int tries)
    {
        foreach (var piece in schedule.Open.OrderByDescending(piece => piece.Candidate.Required).ThenByDescending(piece => piece.Worth + piece.Credit).ToArray())
        {
            var others = schedule.Planned.Where(other => !schedule.Fixed[other.Index]).ToArray();
            random.Shuffle(others);
            foreach (var other in others)
            {
                if (tries-- <= 0) return;
                if (schedule.HasLesson(piece.Lesson)) break;
                if (TryExchange(schedule, piece, other)) break;
            }
        }
    }

    /// <summary>Takes one out, puts one in, and puts the first back elsewhere if it still fits.</summary>
    private static bool TryExchange(Schedule schedule, Piece piece, Piece other)
    {
        if (schedule.SpotOf(other.Index) is null || schedule.IsNeeded(other)) return false;
        var before = Score.Of(schedule);
        var mark = schedule.Mark();
        schedule.Remove(other);
        foreach (var day in Builder.Deadlines(schedule, piece))
        {
            var inner = schedule.Mark();
            if (!Placer.TryPlace(schedule, piece, day, earliest: false)) continue;
            _ = Array.Exists(Builder.Deadlines(schedule, other), last => Placer.TryPlace(schedule, other, last, earliest: false));
            if (Score.Of(schedule).IsBetterThan(before)) return true;
            schedule.RollBack(inner);
        }

        schedule.RollBack(mark);
        return false;
    }
}
