namespace Learning.Plans.Conflicts;

/// <summary>The rules of a problem by name, and the problem that is left of it when only some of them hold.</summary>
internal static class NamedRules
{
    /// <summary>What is asked within the plan.</summary>
    public static IEnumerable<ConflictRule> Asked(PlanProblem problem) =>
    [
        .. problem.Candidates.Where(candidate => candidate.Required && (candidate.Due ?? problem.Until) <= problem.Until && !IsDone(problem, candidate))
            .Select(candidate => new ConflictRule(ConflictKinds.Required, candidate.Material, By: candidate.Due ?? problem.Until)),
        .. problem.Hours.Where(demand => demand.By <= problem.Until).SelectMany(demand => demand.Topics.Where(topic => topic.Hours > 0)
            .Select(topic => new ConflictRule(ConflictKinds.TopicHours, Rule: demand.Rule, Topic: topic.Topic, By: demand.By, Hours: topic.Hours))
            .Prepend(new ConflictRule(ConflictKinds.Hours, Rule: demand.Rule, By: demand.By, Hours: demand.Hours))).Where(rule => rule.Hours > 0),
    ];

    /// <summary>What stands in the way, what helps a person least to hear first.</summary>
    public static IEnumerable<ConflictRule> InTheWay(PlanProblem problem, ConflictRule goal)
    {
        if (problem.Candidates.Any(candidate => candidate.Prerequisites.Count > 0)) yield return new(ConflictKinds.Prerequisites);
        if (problem.Candidates.Any(candidate => candidate.ValidFrom is not null || candidate.ValidUntil is not null)) yield return new(ConflictKinds.Validity);
        if (problem.Pins.Count > 0) yield return new(ConflictKinds.Pins);
        if (problem.Bans.Count > 0) yield return new(ConflictKinds.Bans);
        if (goal.By < problem.Until) yield return new(ConflictKinds.DueDates);
        if (problem.Forbidden.Count > 0) yield return new(ConflictKinds.Forbidden);
        if (problem.DailyCapMinutes is { } cap) yield return new(ConflictKinds.DailyCap, Minutes: cap);
        if (goal.Kind != ConflictKinds.Required) yield return new(ConflictKinds.Materials);
        yield return new(ConflictKinds.Slots);
    }

    /// <summary>The problem in which these rules hold and no other: nothing is worth anything, only what is asked counts.</summary>
    public static PlanProblem Only(PlanProblem problem, IReadOnlyCollection<ConflictRule> rules)
    {
        var kinds = rules.Select(rule => rule.Kind).ToHashSet(StringComparer.Ordinal);
        var required = rules.Where(rule => rule.Kind == ConflictKinds.Required).Select(rule => rule.Material!.Value).ToHashSet();
        var hours = Hours(problem, rules, dates: kinds.Contains(ConflictKinds.DueDates));
        var pins = kinds.Contains(ConflictKinds.Pins) ? problem.Pins : [];
        var left = problem with
        {
            Hours = hours,
            Slots = kinds.Contains(ConflictKinds.Slots) ? problem.Slots : AllDay(problem),
            Forbidden = kinds.Contains(ConflictKinds.Forbidden) ? problem.Forbidden : [],
            DailyCapMinutes = kinds.Contains(ConflictKinds.DailyCap) ? problem.DailyCapMinutes : null,
            Bans = kinds.Contains(ConflictKinds.Bans) ? problem.Bans : new HashSet<Guid>(),
            Pins = pins,
            Previous = null,
        };
        List<PlanCandidate> candidates = [.. Concerned(problem, candidate => required.Contains(candidate.Material) || (hours.Count > 0 && candidate.CreditHours > 0) || pins.Any(pin => pin.Material == candidate.Material))
            .Select(candidate => Relaxed(candidate, problem, required, kinds))];
        return left with { Candidates = kinds.Contains(ConflictKinds.Materials) || hours.Count == 0 ? candidates : [.. candidates, .. MoreLessons.For(left, candidates)] };
    }

    private static PlanCandidate Relaxed(PlanCandidate candidate, PlanProblem problem, HashSet<Guid> required, HashSet<string> kinds) => candidate with
    {
        Utility = 0,
        Reasons = [],
        Required = required.Contains(candidate.Material),
        Due = !kinds.Contains(ConflictKinds.DueDates) && candidate.Due < problem.Until ? problem.Until : candidate.Due,
        Prerequisites = kinds.Contains(ConflictKinds.Prerequisites) ? candidate.Prerequisites : [],
        ValidFrom = kinds.Contains(ConflictKinds.Validity) ? candidate.ValidFrom : null,
        ValidUntil = kinds.Contains(ConflictKinds.Validity) ? candidate.ValidUntil : null,
    };

    private static List<HoursDemand> Hours(PlanProblem problem, IReadOnlyCollection<ConflictRule> rules, bool dates) =>
    [
        .. from demand in problem.Hours
           let mine = rules.Where(rule => rule.Rule == demand.Rule && rule.By == demand.By).ToList()
           where mine.Count > 0
           select demand with
           {
               By = dates || demand.By > problem.Until ? demand.By : problem.Until,
               Hours = mine.Exists(rule => rule.Kind == ConflictKinds.Hours) ? demand.Hours : 0,
               Topics = [.. demand.Topics.Where(topic => mine.Exists(rule => rule.Topic == topic.Topic))],
           },
    ];

    /// <summary>The candidates that matter, their near-duplicates, and what they need first.</summary>
    private static IEnumerable<PlanCandidate> Concerned(PlanProblem problem, Func<PlanCandidate, bool> matters)
    {
        var byMaterial = problem.Candidates.ToDictionary(candidate => candidate.Material);
        var ofLesson = problem.Candidates.ToLookup(candidate => candidate.Lesson);
        var concerned = new HashSet<Guid>();
        var waiting = new Queue<PlanCandidate>(problem.Candidates.Where(matters));
        while (waiting.TryDequeue(out var candidate))
        {
            foreach (var twin in ofLesson[candidate.Lesson].Where(twin => concerned.Add(twin.Material)))
            {
                foreach (var prerequisite in twin.Prerequisites.Where(byMaterial.ContainsKey)) waiting.Enqueue(byMaterial[prerequisite]);
            }
        }

        return problem.Candidates.Where(candidate => concerned.Contains(candidate.Material));
    }

    private static DatedSlot[] AllDay(PlanProblem problem) =>
        [.. Enumerable.Range(0, 7 * problem.Weeks).Select(day => new DatedSlot(problem.From.AddDays(day), TimeOnly.MinValue, 24 * 60, Enum.GetValues<Mode>()))];

    private static bool IsDone(PlanProblem problem, PlanCandidate candidate) => problem.Done.Contains(candidate.Material) || problem.Done.Contains(candidate.Lesson);
}
