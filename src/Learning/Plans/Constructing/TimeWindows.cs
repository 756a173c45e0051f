using Learning.Materials;

namespace Learning.Plans.Constructing;

/// <summary>For each mode and day, the stretches in which something may be planned: slots joined where they touch, less the forbidden times.</summary>
internal sealed class TimeWindows
{
    private static readonly Mode[] Modes = Enum.GetValues<Mode>();
    private readonly Interval[][][] byMode;

    public TimeWindows(PlanProblem problem)
    {
        var days = problem.Weeks * 7;
        var slots = problem.Slots.ToLookup(slot => slot.Date.DayNumber - problem.From.DayNumber);
        var forbidden = Forbidden(problem, days);
        byMode = [.. Modes.Select(mode => Enumerable.Range(0, days)
            .Select(day => Less(Join(slots[day].Where(slot => slot.Allows(mode))), forbidden[day])).ToArray())];
        WeeklyMinutes = byMode.Max(windows => windows.Sum(day => day.Sum(window => window.To - window.From))) / problem.Weeks;
    }

    /// <summary>Usable minutes in an average week, in the mode that has most.</summary>
    public int WeeklyMinutes { get; }

    public Interval[] On(int day, Mode mode) => byMode[(int)mode][day];

    /// <summary>Longest stretch for a mode between two days.</summary>
    public int Longest(Mode mode, int firstDay, int lastDay)
    {
        var longest = 0;
        for (var day = firstDay; day <= lastDay; day++)
        {
            foreach (var window in byMode[(int)mode][day]) longest = Math.Max(longest, window.To - window.From);
        }

        return longest;
    }

    private static List<Interval> Join(IEnumerable<DatedSlot> slots)
    {
        var joined = new List<Interval>();
        foreach (var slot in slots.OrderBy(slot => slot.Start))
        {
            var from = (int)(slot.Start.Ticks / TimeSpan.TicksPerMinute);
            var to = from + slot.Minutes;
            if (joined.Count > 0 && from <= joined[^1].To) joined[^1] = joined[^1] with { To = Math.Max(to, joined[^1].To) };
            else joined.Add(new Interval(from, to));
        }

        return joined;
    }

    private static Interval[] Less(List<Interval> windows, List<Interval> forbidden)
    {
        foreach (var no in forbidden)
        {
            windows = [.. windows.SelectMany(window => new[]
            {
                window with { To = Math.Min(window.To, no.From) },
                window with { From = Math.Max(window.From, no.To) },
            }).Where(rest => rest.From < rest.To)];
        }

        return [.. windows.OrderBy(window => window.From)];
    }

    private static List<Interval>[] Forbidden(PlanProblem problem, int days)
    {
        var byDay = Enumerable.Range(0, days).Select(_ => new List<Interval>()).ToArray();
        for (var day = -1; day < days; day++)
        {
            var date = problem.From.AddDays(day);
            foreach (var time in problem.Forbidden.Where(time => (time.Day is null || time.Day == date.DayOfWeek) && (time.Date is null || time.Date == date)))
            {
                var from = (int)(time.From.Ticks / TimeSpan.TicksPerMinute);
                var to = (int)((time.To.Ticks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute);
                if (to <= from) to += Spot.MinutesPerDay;
                if (day >= 0) byDay[day].Add(new Interval(from, Math.Min(to, Spot.MinutesPerDay)));
                if (to > Spot.MinutesPerDay && day + 1 < days) byDay[day + 1].Add(new Interval(0, to - Spot.MinutesPerDay));
            }
        }

        return byDay;
    }
}
