namespace Learning.Plans.Checking;

/// <summary>When each item stands.</summary>
internal static class TimeChecks
{
    public static IEnumerable<string> Horizon(Evidence evidence) => evidence.Draft.Items
        .Where(item => item.Date < evidence.Problem.From || item.Date > evidence.LastDay)
        .Select(item => $"{item.Material} stands on {item.Date:yyyy-MM-dd}, outside the plan.");

    public static IEnumerable<string> Validity(Evidence evidence) => evidence.Known
        .Where(pair => pair.Item.Date < pair.Candidate.ValidFrom || pair.Item.Date > pair.Candidate.ValidUntil)
        .Select(pair => $"{pair.Item.Material} is not offered on {pair.Item.Date:yyyy-MM-dd}.");

    public static IEnumerable<string> Slots(Evidence evidence) => evidence.Draft.Items
        .Where(item => !Minutes(item).All(minute => evidence.Problem.Slots.Any(slot => slot.Date == item.Date && slot.Allows(item.Mode) && Covers(slot, minute))))
        .Select(item => $"{item.Material} at {Evidence.StartOf(item):yyyy-MM-dd HH:mm} is not inside slots for {item.Mode}.");

    public static IEnumerable<string> Forbidden(Evidence evidence) => evidence.Draft.Items
        .Where(item => Minutes(item).Any(minute => evidence.IsForbidden(item.Date, minute)))
        .Select(item => $"{item.Material} at {Evidence.StartOf(item):yyyy-MM-dd HH:mm} touches a forbidden time.");

    public static IEnumerable<string> Overlap(Evidence evidence)
    {
        var items = evidence.Draft.Items;
        for (var one = 0; one < items.Count; one++)
        {
            for (var other = one + 1; other < items.Count; other++)
            {
                if (Evidence.StartOf(items[one]) < Evidence.EndOf(items[other]) && Evidence.StartOf(items[other]) < Evidence.EndOf(items[one]))
                    yield return $"{items[one].Material} and {items[other].Material} overlap on {items[one].Date:yyyy-MM-dd}.";
            }
        }
    }

    public static IEnumerable<string> DailyCap(Evidence evidence) => evidence.Draft.Items
        .GroupBy(item => item.Date).Select(items => (Date: items.Key, Minutes: items.Sum(item => item.Minutes)))
        .Where(day => day.Minutes > evidence.Problem.DailyCapMinutes)
        .Select(day => $"{day.Date:yyyy-MM-dd} has {day.Minutes} minutes; the cap is {evidence.Problem.DailyCapMinutes}.");

    private static IEnumerable<int> Minutes(PlanItem item)
    {
        var first = (int)item.Start.ToTimeSpan().TotalMinutes;
        return Enumerable.Range(first, Math.Max(0, item.Minutes));
    }

    private static bool Covers(DatedSlot slot, int minute)
    {
        var first = (int)slot.Start.ToTimeSpan().TotalMinutes;
        return minute >= first && minute < first + slot.Minutes;
    }
}
