using Learning.Materials;

namespace Learning.Plans.Checking;

/// <summary>What the checks look things up in. Reckons minute by minute: slow, plain, and unlike any planner.</summary>
internal sealed class Evidence
{
    public const int MinutesPerDay = 1440;
    private readonly Dictionary<(DateOnly, Mode), bool[]> open = [];
    private readonly HashSet<Guid> doneLessons;

    public Evidence(PlanProblem problem, PlanDraft draft)
    {
        Problem = problem;
        Draft = draft;
        Candidates = problem.Candidates.ToDictionary(candidate => candidate.Material);
        Known = [.. draft.Items.Where(item => Candidates.ContainsKey(item.Material)).Select(item => (item, Candidates[item.Material]))];
        doneLessons = [.. problem.Candidates.Where(candidate => problem.Done.Contains(candidate.Lesson) || (!candidate.Recall && problem.Done.Contains(candidate.Material))).Select(candidate => candidate.Lesson)];
        LastDay = problem.From.AddDays((problem.Weeks * 7) - 1);
    }

    public PlanProblem Problem { get; }

    public PlanDraft Draft { get; }

    public Dictionary<Guid, PlanCandidate> Candidates { get; }

    /// <summary>Items whose material is a candidate.</summary>
    public IReadOnlyList<(PlanItem Item, PlanCandidate Candidate)> Known { get; }

    public DateOnly LastDay { get; }

    public bool IsDone(PlanCandidate candidate) => doneLessons.Contains(candidate.Lesson);

    public bool IsDone(Guid material) => Problem.Done.Contains(material) || (Candidates.TryGetValue(material, out var candidate) && IsDone(candidate));

    /// <summary>The item that teaches a material's lesson, or null.</summary>
    public PlanItem? ItemFor(Guid material)
    {
        if (!Candidates.TryGetValue(material, out var wanted)) return null;
        return Known.Where(pair => pair.Candidate.Lesson == wanted.Lesson).Select(pair => pair.Item).FirstOrDefault();
    }

    public static DateTime StartOf(PlanItem item) => item.Date.ToDateTime(item.Start);

    public static DateTime EndOf(PlanItem item) => StartOf(item).AddMinutes(item.Minutes);

    /// <summary>Each minute of a day: whether a slot of the mode covers it and nothing forbids it.</summary>
    public bool[] OpenMinutes(DateOnly date, Mode mode)
    {
        if (open.TryGetValue((date, mode), out var known)) return known;
        var minutes = new bool[MinutesPerDay];
        foreach (var slot in Problem.Slots.Where(slot => slot.Date == date && slot.Allows(mode)))
        {
            var first = (int)slot.Start.ToTimeSpan().TotalMinutes;
            for (var minute = first; minute < first + slot.Minutes; minute++) minutes[minute] = true;
        }

        for (var minute = 0; minute < MinutesPerDay; minute++) minutes[minute] = minutes[minute] && !IsForbidden(date, minute);
        return open[(date, mode)] = minutes;
    }

    public bool IsForbidden(DateOnly date, int minute) => Problem.Forbidden.Any(time => Forbids(time, date, minute));

    private static bool Forbids(ForbiddenTime time, DateOnly date, int minute)
    {
        var (begin, end) = (date.ToDateTime(TimeOnly.MinValue).AddMinutes(minute), date.ToDateTime(TimeOnly.MinValue).AddMinutes(minute + 1));
        foreach (var day in new[] { date, date.AddDays(-1) })
        {
            if ((time.Day is { } weekday && day.DayOfWeek != weekday) || (time.Date is { } only && day != only)) continue;
            var from = day.ToDateTime(time.From);
            var to = time.To > time.From ? day.ToDateTime(time.To) : day.AddDays(1).ToDateTime(time.To);
            if (begin < to && end > from) return true;
        }

        return false;
    }
}
