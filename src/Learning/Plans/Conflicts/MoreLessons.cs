namespace Learning.Plans.Conflicts;

/// <summary>Lessons that do not exist: what a catalogue would offer that is never at an end, at the best rate of the one there is.</summary>
internal static class MoreLessons
{
    private const int Minutes = 15;
    private const decimal UsualCredit = 0.3m;

    public static IEnumerable<PlanCandidate> For(PlanProblem problem, IReadOnlyList<PlanCandidate> there)
    {
        var rate = there.Where(candidate => candidate.CreditHours > 0).Select(candidate => candidate.CreditHours / candidate.Minutes).DefaultIfEmpty(UsualCredit / Minutes).Max();
        var credit = Math.Max(0.1m, Math.Floor(rate * Minutes * 10) / 10);
        var topics = problem.Hours.SelectMany(demand => demand.Topics).Select(topic => topic.Topic).Distinct(StringComparer.Ordinal).ToArray();
        var asked = problem.Hours.Max(demand => Math.Max(demand.Hours, demand.Topics.Select(topic => topic.Hours).DefaultIfEmpty(0).Max()));
        var mode = Enum.GetValues<Mode>().MaxBy(mode => problem.Slots.Where(slot => slot.Allows(mode)).Sum(slot => slot.Minutes));
        return Enumerable.Range(0, (int)Math.Ceiling(asked / credit)).Select(number => new PlanCandidate
        {
            Material = Id(number), Lesson = Id(number), Utility = 0, Minutes = Minutes, Mode = mode, CreditHours = credit, Topics = topics,
        });
    }

    /// <summary>No id of anything: the version is none.</summary>
    private static Guid Id(int number) => new(number, 0, 0, [0xF, 0, 0, 0, 0, 0, 0, 0]);
}
