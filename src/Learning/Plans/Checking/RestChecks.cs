namespace Learning.Plans.Checking;

/// <summary>Whether "does not fit" is true: nothing required or creditable is left out that has room as the plan stands.</summary>
internal static class RestChecks
{
    public static IEnumerable<string> NothingMoreFits(Evidence evidence)
    {
        foreach (var candidate in evidence.Problem.Candidates.Where(candidate => IsFree(evidence, candidate)))
        {
            if (LastUsefulDay(evidence, candidate) is { } last && HasRoom(evidence, candidate, last))
                yield return $"{candidate.Material} is asked for and there is room for it.";
        }
    }

    private static bool IsFree(Evidence evidence, PlanCandidate candidate) =>
        !evidence.Problem.Bans.Contains(candidate.Material) && !evidence.IsDone(candidate) && evidence.ItemFor(candidate.Material) is null
        && candidate.Prerequisites.All(prerequisite => evidence.IsDone(prerequisite) || evidence.ItemFor(prerequisite) is not null);

    /// <summary>Until when it would help; null: it would not.</summary>
    private static DateOnly? LastUsefulDay(Evidence evidence, PlanCandidate candidate)
    {
        if (candidate.Required) return evidence.LastDay;
        if (candidate.CreditHours <= 0) return null;
        var days = evidence.Problem.Hours.Where(demand =>
                demand.Hours > SumChecks.Planned(evidence, demand, null)
                || demand.Topics.Any(topic => candidate.Topics.Contains(topic.Topic, StringComparer.Ordinal) && topic.Hours > SumChecks.Planned(evidence, demand, topic.Topic)))
            .Select(demand => demand.By < evidence.LastDay ? demand.By : evidence.LastDay).ToArray();
        return days.Length == 0 ? null : days.Max();
    }

    private static bool HasRoom(Evidence evidence, PlanCandidate candidate, DateOnly last)
    {
        var earliest = candidate.Prerequisites.Where(prerequisite => !evidence.IsDone(prerequisite)).Select(prerequisite => Evidence.EndOf(evidence.ItemFor(prerequisite)!))
            .DefaultIfEmpty(DateTime.MinValue).Max();
        for (var day = evidence.Problem.From; day <= last; day = day.AddDays(1))
        {
            if (day < candidate.ValidFrom || day > candidate.ValidUntil) continue;
            var today = evidence.Draft.Items.Where(item => item.Date == day).ToArray();
            if (today.Sum(item => item.Minutes) + candidate.Minutes > evidence.Problem.DailyCapMinutes) continue;
            if (LongestRest(evidence, candidate, day, today, earliest) >= candidate.Minutes) return true;
        }

        return false;
    }

    private static int LongestRest(Evidence evidence, PlanCandidate candidate, DateOnly day, PlanItem[] today, DateTime earliest)
    {
        var open = evidence.OpenMinutes(day, candidate.Mode);
        var (longest, run) = (0, 0);
        for (var minute = 0; minute < Evidence.MinutesPerDay; minute++)
        {
            var at = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
            var free = open[minute] && at >= earliest && !Array.Exists(today, item => Evidence.StartOf(item) <= at && at < Evidence.EndOf(item));
            run = free ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
