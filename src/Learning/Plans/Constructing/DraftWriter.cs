namespace Learning.Plans.Constructing;

/// <summary>Writes a schedule down as a draft.</summary>
internal static class DraftWriter
{
    public static PlanDraft Write(Schedule schedule)
    {
        var planned = schedule.Planned.OrderBy(piece => schedule.SpotOf(piece.Index)!.Value.Moment).ToArray();
        var items = planned.Select(piece => Item(schedule, piece)).ToArray();
        var unmet = UnmetWriter.Write(schedule);
        return new PlanDraft
        {
            Items = items,
            Hours = [.. schedule.Puzzle.Problem.Hours.Select(demand => Hours(schedule, planned, demand))],
            Unmet = unmet,
            Status = items.Length == 0 ? PlanStatus.Empty : unmet.All(entry => entry.Kind == UnmetKinds.HoursAfterPlan) ? PlanStatus.Complete : PlanStatus.Short,
            Counts = new PlanCounts(items.Length, items.Sum(item => item.Minutes), items.Sum(item => item.CreditHours), planned.Count(piece => piece.Candidate.Required)),
        };
    }

    private static PlanItem Item(Schedule schedule, Piece piece)
    {
        var spot = schedule.SpotOf(piece.Index)!.Value;
        return new PlanItem(piece.Candidate.Material, schedule.Puzzle.Problem.From.AddDays(spot.Day), new TimeOnly(spot.Start / 60, spot.Start % 60),
            piece.Minutes, piece.Candidate.Mode, piece.Candidate.CreditHours, piece.Candidate.Reasons) { Recall = piece.Candidate.Recall };
    }

    private static PlanHours Hours(Schedule schedule, Piece[] planned, HoursDemand demand)
    {
        var counting = planned.Where(piece => schedule.SpotOf(piece.Index)!.Value.Day <= schedule.Puzzle.DayOf(demand.By)).ToArray();
        return new PlanHours(demand.Rule, demand.By, demand.Hours, counting.Sum(piece => piece.Candidate.CreditHours),
            [.. demand.Topics.Select(topic => new TopicHours(topic.Topic, topic.Hours,
                counting.Where(piece => piece.Candidate.Topics.Contains(topic.Topic, StringComparer.Ordinal)).Sum(piece => piece.Candidate.CreditHours)))]);
    }
}
