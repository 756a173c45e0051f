namespace Learning.Plans.Constructing;

/// <summary>How one construction goes about it.</summary>
/// <param name="Order">In which order optional pieces are tried.</param>
/// <param name="Earliest">Whether required pieces take the earliest place rather than the best.</param>
/// <param name="Keep">When the previous plan is laid.</param>
internal readonly record struct Recipe(PieceOrder Order, bool Earliest, Keep Keep);

/// <summary>When the previous plan is laid.</summary>
internal enum Keep
{
    No,
    BeforeRequired,
    AfterRequired,
}

/// <summary>Orders in which optional pieces are tried.</summary>
internal enum PieceOrder
{
    Worth,
    WorthPerMinute,
    CreditPerMinute,
    Mixed,
}

/// <summary>Builds a schedule from nothing: pins, then (if asked) the previous plan, what is required, credit, utility.</summary>
internal static class Builder
{
    public static Schedule Build(Puzzle puzzle, Recipe recipe)
    {
        var schedule = new Schedule(puzzle);
        LayPins(schedule);
        if (recipe.Keep == Keep.BeforeRequired) LayPrevious(schedule);
        LayRequired(schedule, recipe.Earliest);
        if (recipe.Keep == Keep.AfterRequired) LayPrevious(schedule);
        foreach (var piece in InOrder(puzzle, recipe.Order)) LayOptional(schedule, piece);
        return schedule;
    }

    /// <summary>The days up to which a piece is tried: what it is due for first, the end last.</summary>
    public static int[] Deadlines(Schedule schedule, Piece piece)
    {
        var days = new SortedSet<int> { schedule.Puzzle.Days - 1 };
        foreach (var target in MissedTargets(schedule, piece))
        {
            if (target.LastDay >= 0) days.Add(target.LastDay);
        }

        foreach (var obligation in schedule.Puzzle.Obligations)
        {
            if (obligation.Lesson == piece.Lesson && obligation.DueDay >= 0) days.Add(obligation.DueDay);
        }

        return [.. days];
    }

    /// <summary>Whether a piece is wanted at all: worth something, asked, or bringing credit that is missing.</summary>
    public static bool IsWanted(Schedule schedule, Piece piece) =>
        piece.Worth > 0 || Array.Exists(schedule.Puzzle.Obligations, obligation => obligation.Lesson == piece.Lesson) || MissedTargets(schedule, piece).Any();

    private static IEnumerable<Target> MissedTargets(Schedule schedule, Piece piece) =>
        schedule.Puzzle.Targets.Where((target, index) => target.Counts[piece.Index] && schedule.Tally.Missed(index) > 0);

    private static void LayPins(Schedule schedule)
    {
        foreach (var pin in schedule.Puzzle.Problem.Pins.OrderBy(pin => pin.Date).ThenBy(pin => pin.Start ?? TimeOnly.MaxValue))
        {
            if (schedule.Puzzle.PieceOf(pin.Material) is not { } piece || schedule.SpotOf(piece.Index) is not null) continue;
            var start = pin.Start is { } at ? (int)(at.Ticks / TimeSpan.TicksPerMinute) : (int?)null;
            schedule.Fixed[piece.Index] = Placer.TryPin(schedule, piece, schedule.Puzzle.DayOf(pin.Date), start);
        }
    }

    private static void LayPrevious(Schedule schedule)
    {
        foreach (var piece in schedule.Puzzle.Pieces.Where(piece => piece.Previous is not null).OrderBy(piece => piece.Previous!.Value.Moment))
        {
            if (piece.IsAvailable && !schedule.HasLesson(piece.Lesson) && piece.Previous is { Day: >= 0 } spot && spot.Day < schedule.Puzzle.Days && schedule.Fits(piece, spot))
                schedule.Place(piece, spot);
        }
    }

    private static void LayRequired(Schedule schedule, bool earliest)
    {
        foreach (var obligation in schedule.Puzzle.Obligations.OrderBy(obligation => obligation.DueDay).ThenBy(obligation => obligation.Lesson))
        {
            var pieces = schedule.Puzzle.LessonPieces[obligation.Lesson].Select(index => schedule.Puzzle.Pieces[index])
                .OrderByDescending(piece => piece.Candidate.Required).ThenByDescending(piece => piece.Worth).ToArray();
            var onTime = obligation.DueDay >= 0 && Array.Exists(pieces, piece => Placer.TryPlace(schedule, piece, obligation.DueDay, earliest));
            if (!onTime) _ = Array.Exists(pieces, piece => Placer.TryPlace(schedule, piece, schedule.Puzzle.Days - 1, earliest: true));
        }
    }

    private static void LayOptional(Schedule schedule, Piece piece)
    {
        if (!piece.IsAvailable || schedule.HasLesson(piece.Lesson) || !IsWanted(schedule, piece)) return;
        foreach (var day in Deadlines(schedule, piece))
        {
            if (Placer.TryPlace(schedule, piece, day, earliest: false)) return;
        }
    }

    private static IEnumerable<Piece> InOrder(Puzzle puzzle, PieceOrder order)
    {
        var topical = puzzle.Pieces.Select(piece => puzzle.Targets.Count(target => target.Counts[piece.Index])).ToArray();
        return order switch
        {
            PieceOrder.Worth => puzzle.Pieces.OrderByDescending(piece => piece.Worth).ThenBy(piece => piece.Minutes),
            PieceOrder.WorthPerMinute => puzzle.Pieces.OrderByDescending(piece => piece.Worth * 1000 / piece.Minutes),
            PieceOrder.CreditPerMinute => puzzle.Pieces.OrderByDescending(piece => topical[piece.Index])
                .ThenByDescending(piece => piece.Credit * 1000 / piece.Minutes).ThenByDescending(piece => piece.Worth),
            _ => puzzle.Pieces.OrderByDescending(piece => ((piece.Worth * 1000) + (500 * piece.Credit * Math.Max(1, topical[piece.Index]))) / piece.Minutes),
        };
    }
}
