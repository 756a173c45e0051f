namespace Learning.Plans.Constructing;

/// <summary>Says how many hours a demand lacks and what would bring them.</summary>
internal static class HoursUnmet
{

    public static IEnumerable<PlanUnmet> Of(Schedule schedule, HoursDemand demand)
    {
        var counting = schedule.Planned.Where(piece => schedule.SpotOf(piece.Index)!.Value.Day <= schedule.Puzzle.DayOf(demand.By)).Select(piece => piece.Candidate).ToArray();
        var within = demand.By <= schedule.Puzzle.Problem.Until;
        var missing = demand.Hours - counting.Sum(candidate => candidate.CreditHours);
        if (missing > 0)
            yield return Entry(schedule, demand, null, missing) with { Kind = within ? UnmetKinds.HoursMissing : UnmetKinds.HoursAfterPlan };
        if (!within) yield break;
        foreach (var topic in demand.Topics)
        {
            var lacking = topic.Hours - counting.Where(candidate => candidate.Topics.Contains(topic.Topic, StringComparer.Ordinal)).Sum(candidate => candidate.CreditHours);
            if (lacking > 0) yield return Entry(schedule, demand, topic.Topic, lacking) with { Kind = UnmetKinds.TopicHoursMissing };
        }
    }

    private static PlanUnmet Entry(Schedule schedule, HoursDemand demand, string? topic, decimal missing)
    {
        var open = schedule.Open.Select(piece => piece.Candidate)
            .Where(candidate => candidate.CreditHours > 0 && (topic is null || candidate.Topics.Contains(topic, StringComparer.Ordinal))).DistinctBy(candidate => candidate.Lesson).ToArray();
        var hours = open.Sum(candidate => candidate.CreditHours);
        var remedies = new List<PlanRemedy>();
        if (hours > 0 && demand.By >= schedule.Puzzle.Problem.From)
            remedies.Add(MoreTime(schedule.Puzzle.Problem, demand.By, Math.Min(missing, hours) * open.Sum(candidate => (decimal)candidate.Minutes) / hours));
        if (hours < missing) remedies.Add(new PlanRemedy(RemedyKinds.MoreMaterials));
        remedies.Add(new PlanRemedy(RemedyKinds.Exemption));
        return new PlanUnmet { Kind = UnmetKinds.HoursMissing, Rule = demand.Rule, Topic = topic, By = demand.By, Hours = missing, Remedies = remedies };
    }

    /// <summary>So many more slots a week, as long as the member's own usually are.</summary>
    private static PlanRemedy MoreTime(PlanProblem problem, DateOnly by, decimal minutes)
    {
        var usual = problem.Slots.Count == 0 ? 60 : problem.Slots.Select(slot => slot.Minutes).Order().ElementAt(problem.Slots.Count / 2);
        var length = Math.Clamp(usual, 15, 120);
        var weeks = Math.Max(1, (by.DayNumber - problem.From.DayNumber + 7) / 7);
        return new PlanRemedy(RemedyKinds.MoreTime, (int)Math.Ceiling(minutes / (length * weeks)), length);
    }
}
