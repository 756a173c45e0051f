using Learning.Materials;

namespace Learning.Plans.Checking;

/// <summary>Whether what is said to be unmet is unmet, and everything that is unmet is said.</summary>
internal static class UnmetChecks
{
    private const string NoTimeUnsaid = "There is no time at all, and it is not said.";

    public static IEnumerable<string> Honest(Evidence evidence) =>
        HoursFaults(evidence).Concat(evidence.Draft.Unmet.Where(entry => !IsTrue(evidence, entry)).Select(entry => $"{entry.Kind} of {entry.Material?.ToString() ?? entry.Rule} is not so."))
            .Concat(evidence.Draft.Unmet.Where(entry => entry.Material is not null).GroupBy(entry => (entry.Kind, entry.Material, entry.By))
                .Where(same => same.Count() > 1).Select(same => $"{same.Key.Kind} of {same.Key.Material} is said twice."))
            .Concat(HasTime(evidence) || evidence.Draft.Unmet.Any(entry => entry.Kind == UnmetKinds.NoSlots) ? [] : [NoTimeUnsaid]);

    private static IEnumerable<string> HoursFaults(Evidence evidence)
    {
        foreach (var demand in evidence.Problem.Hours)
        {
            var kind = demand.By <= evidence.LastDay ? UnmetKinds.HoursMissing : UnmetKinds.HoursAfterPlan;
            if (!IsSaid(evidence, kind, demand, null, demand.Hours)) yield return $"{demand.Rule}: what is missing by {demand.By:yyyy-MM-dd} is not said rightly.";
            foreach (var topic in demand.Topics.Where(_ => demand.By <= evidence.LastDay))
            {
                if (!IsSaid(evidence, UnmetKinds.TopicHoursMissing, demand, topic.Topic, topic.Hours)) yield return $"{demand.Rule}: what is missing on {topic.Topic} is not said rightly.";
            }
        }
    }

    private static bool IsSaid(Evidence evidence, string kind, HoursDemand demand, string? topic, decimal target)
    {
        var missing = target - SumChecks.Planned(evidence, demand, topic);
        return missing <= 0 || evidence.Draft.Unmet.Any(entry => entry.Kind == kind && entry.Rule == demand.Rule && entry.Topic == topic && entry.By == demand.By && entry.Hours == missing);
    }

    private static bool IsTrue(Evidence evidence, PlanUnmet entry) => entry.Kind switch
    {
        UnmetKinds.HoursMissing => entry.By <= evidence.LastDay && IsMissing(evidence, entry),
        UnmetKinds.HoursAfterPlan => entry.By > evidence.LastDay && IsMissing(evidence, entry),
        UnmetKinds.TopicHoursMissing => entry.Topic is not null && entry.By <= evidence.LastDay && IsMissing(evidence, entry),
        UnmetKinds.NoSlots => !HasTime(evidence),
        UnmetKinds.PinDoesNotFit => evidence.Problem.Pins.Any(pin => pin.Material == entry.Material && pin.Date == entry.By
            && !evidence.Draft.Items.Any(item => item.Material == pin.Material && item.Date == pin.Date && (pin.Start is null || item.Start == pin.Start))),
        UnmetKinds.RequiredLate or UnmetKinds.RequiredDoesNotFit or UnmetKinds.RequiredBanned or UnmetKinds.PrerequisiteUnavailable => IsRequiredFault(evidence, entry),
        _ => false,
    };

    private static bool IsMissing(Evidence evidence, PlanUnmet entry) => evidence.Problem.Hours.Any(demand => demand.Rule == entry.Rule && demand.By == entry.By
        && (entry.Topic is null ? [demand.Hours] : demand.Topics.Where(topic => topic.Topic == entry.Topic).Select(topic => topic.Hours))
            .Any(target => entry.Hours > 0 && entry.Hours == target - SumChecks.Planned(evidence, demand, entry.Topic)));

    private static bool IsRequiredFault(Evidence evidence, PlanUnmet entry)
    {
        if (entry.Material is not { } material || !evidence.Candidates.TryGetValue(material, out var candidate) || !candidate.Required || evidence.IsDone(candidate)) return false;
        var due = candidate.Due ?? evidence.LastDay;
        var item = evidence.ItemFor(material);
        if (entry.By != due) return false;
        if (entry.Kind == UnmetKinds.RequiredLate) return item is not null && item.Date > due;
        if (item is not null || due > evidence.LastDay) return false;
        var banned = evidence.Problem.Bans.Contains(material);
        return entry.Kind switch
        {
            UnmetKinds.RequiredBanned => banned,
            UnmetKinds.PrerequisiteUnavailable => !banned && entry.Prerequisite is { } missing && candidate.Prerequisites.Contains(missing) && !evidence.IsDone(missing) && evidence.ItemFor(missing) is null,
            _ => !banned,
        };
    }

    private static bool HasTime(Evidence evidence) => evidence.Problem.Slots
        .Where(slot => slot.Date >= evidence.Problem.From && slot.Date <= evidence.LastDay)
        .Any(slot => Enum.GetValues<Mode>().Any(mode => slot.Allows(mode) && evidence.OpenMinutes(slot.Date, mode).Contains(true)));
}
