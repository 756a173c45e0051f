namespace Learning.Plans.Constructing;

/// <summary>Says what a schedule leaves unmet, and what would mend it.</summary>
internal static class UnmetWriter
{
    public static IReadOnlyList<PlanUnmet> Write(Schedule schedule)
    {
        var unmet = new List<PlanUnmet>();
        if (!AnyTime(schedule.Puzzle)) unmet.Add(new PlanUnmet { Kind = UnmetKinds.NoSlots, Remedies = [new PlanRemedy(RemedyKinds.MoreTime, 2, 30)] });
        unmet.AddRange(Pins(schedule).DistinctBy(entry => (entry.Material, entry.By)));
        unmet.AddRange(schedule.Puzzle.Pieces.Where(piece => piece.Candidate.Required && !schedule.Puzzle.IsDone(piece)).Select(piece => Required(schedule, piece)).OfType<PlanUnmet>());
        foreach (var demand in schedule.Puzzle.Problem.Hours) unmet.AddRange(HoursUnmet.Of(schedule, demand));
        return unmet;
    }

    private static bool AnyTime(Puzzle puzzle) => Enum.GetValues<Mode>().Any(mode => puzzle.Windows.Longest(mode, 0, puzzle.Days - 1) > 0);

    private static IEnumerable<PlanUnmet> Pins(Schedule schedule)
    {
        foreach (var pin in schedule.Puzzle.Problem.Pins)
        {
            var spot = schedule.Puzzle.PieceOf(pin.Material) is { } piece ? schedule.SpotOf(piece.Index) : null;
            var respected = spot is { } at && at.Day == schedule.Puzzle.DayOf(pin.Date) && (pin.Start is null || at.Start * TimeSpan.TicksPerMinute == pin.Start.Value.Ticks);
            if (!respected) yield return new PlanUnmet { Kind = UnmetKinds.PinDoesNotFit, Material = pin.Material, By = pin.Date, Remedies = [new PlanRemedy(RemedyKinds.LiftBanOrPin)] };
        }
    }

    private static PlanUnmet? Required(Schedule schedule, Piece piece)
    {
        var puzzle = schedule.Puzzle;
        var due = piece.Candidate.Due ?? puzzle.Problem.Until;
        var entry = new PlanUnmet { Kind = UnmetKinds.RequiredDoesNotFit, Material = piece.Candidate.Material, By = due };
        if (schedule.SpotOfLesson(piece.Lesson) is { } spot)
            return spot.Day <= puzzle.DayOf(due) ? null : entry with { Kind = UnmetKinds.RequiredLate, Remedies = [new PlanRemedy(RemedyKinds.LaterDate)] };
        if (due > puzzle.Problem.Until) return null;
        if (puzzle.Problem.Bans.Contains(piece.Candidate.Material)) return entry with { Kind = UnmetKinds.RequiredBanned, Remedies = [new PlanRemedy(RemedyKinds.LiftBanOrPin)] };
        if (puzzle.MissingPrerequisite(piece) is { } missing)
            return entry with { Kind = UnmetKinds.PrerequisiteUnavailable, Prerequisite = missing, Remedies = [new PlanRemedy(RemedyKinds.Prerequisite)] };
        return entry with { Remedies = Remedies(puzzle, piece, puzzle.DayOf(due)) };
    }

    private static PlanRemedy[] Remedies(Puzzle puzzle, Piece piece, int dueDay)
    {
        var (first, last) = (piece.FirstDay, Math.Min(piece.LastDay, dueDay));
        var longest = Math.Min(puzzle.DailyCap, first <= last ? puzzle.Windows.Longest(piece.Candidate.Mode, first, last) : 0);
        return longest < piece.Minutes && first <= last
            ? [new PlanRemedy(RemedyKinds.LongerSlot, null, piece.Minutes), new PlanRemedy(RemedyKinds.LaterDate)]
            : [new PlanRemedy(RemedyKinds.LaterDate), new PlanRemedy(RemedyKinds.MoreTime, 1, piece.Minutes)];
    }
}
