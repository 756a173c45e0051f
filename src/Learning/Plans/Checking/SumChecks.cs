namespace Learning.Plans.Checking;

/// <summary>Whether what is added up was added up rightly.</summary>
internal static class SumChecks
{
    public static IEnumerable<string> Hours(Evidence evidence)
    {
        var (asked, told) = (evidence.Problem.Hours, evidence.Draft.Hours);
        if (asked.Count != told.Count) yield return $"{asked.Count} demands for hours, {told.Count} lines.";
        foreach (var (demand, line) in asked.Zip(told))
        {
            if (line.Rule != demand.Rule || line.By != demand.By || line.Target != demand.Hours) yield return $"The line for {demand.Rule} asks for something else.";
            if (line.Planned != Planned(evidence, demand, null)) yield return $"{demand.Rule}: {line.Planned} hours said, {Planned(evidence, demand, null)} planned.";
            if (!line.Topics.SequenceEqual(demand.Topics.Select(topic => new TopicHours(topic.Topic, topic.Hours, Planned(evidence, demand, topic.Topic)))))
                yield return $"{demand.Rule}: the topics' hours do not add up.";
        }
    }

    public static IEnumerable<string> CountsAndStatus(Evidence evidence)
    {
        var (items, counts) = (evidence.Draft.Items, evidence.Draft.Counts);
        if (counts.Items != items.Count) yield return $"{counts.Items} items said, {items.Count} there.";
        if (counts.Minutes != items.Sum(item => item.Minutes)) yield return $"{counts.Minutes} minutes said, {items.Sum(item => item.Minutes)} there.";
        if (counts.CreditHours != items.Sum(item => item.CreditHours)) yield return $"{counts.CreditHours} hours said, {items.Sum(item => item.CreditHours)} there.";
        if (counts.Required != evidence.Known.Count(pair => pair.Candidate.Required)) yield return $"{counts.Required} required said, {evidence.Known.Count(pair => pair.Candidate.Required)} there.";
        if (items.Zip(items.Skip(1)).Any(pair => Evidence.StartOf(pair.First) > Evidence.StartOf(pair.Second))) yield return "The items are not in order of time.";
        var status = items.Count == 0 ? PlanStatus.Empty : evidence.Draft.Unmet.Any(entry => entry.Kind != UnmetKinds.HoursAfterPlan) ? PlanStatus.Short : PlanStatus.Complete;
        if (evidence.Draft.Status != status) yield return $"The status is {evidence.Draft.Status} where it should be {status}.";
    }

    /// <summary>Credit hours by a demand's date, on one topic or on all.</summary>
    public static decimal Planned(Evidence evidence, HoursDemand demand, string? topic)
    {
        var sum = 0m;
        foreach (var (item, candidate) in evidence.Known)
        {
            if (item.Date <= demand.By && (topic is null || candidate.Topics.Contains(topic, StringComparer.Ordinal))) sum += candidate.CreditHours;
        }

        return sum;
    }
}
