using System.Globalization;
using Learning.Plans.Checking;
using Learning.Plans.Conflicts;
using Learning.Plans.Solving;

namespace Learning.Plans;

/// <summary>Between a plan as the planner makes it and a plan as it is kept.</summary>
internal static class PlanMapping
{
    private const int MostConflicts = 3;

    public static StoredPlanItem Item(PlanItem item) => new(
        item.Material, item.Date, item.Start, item.Minutes, item.Mode, item.CreditHours,
        [.. item.Reasons.Select(reason => new StoredReason(reason.Kind, reason.Weight, new Dictionary<string, string>(reason.Values, StringComparer.Ordinal)))],
        item.Recall);

    public static StoredPlanHours Hours(HoursAsked asked, PlanDraft draft) => new(
        asked.Pack.Id,
        asked.Target,
        asked.Earned,
        draft.Items.Where(item => item.Date <= asked.Period.Last).Sum(item => item.CreditHours),
        asked.Period.Last,
        asked.Exempt);

    /// <summary>What is unmet, the first of it with the rules that clash: to look for them costs about as much as a plan, and whoever waits reads a few.</summary>
    public static List<StoredUnmet> Unmet(PlanProblem problem, IEnumerable<PlanUnmet> unmet) =>
        [.. unmet.Select((one, place) => Unmet(one, place < MostConflicts ? StoredConflict.Of(SmallestConflict.Of(problem, one)) : null))];

    private static StoredUnmet Unmet(PlanUnmet unmet, StoredConflict? conflict) =>
        new(unmet.Kind, unmet.Material, new Dictionary<string, string>(unmet.Values, StringComparer.Ordinal), conflict);

    /// <summary>What is proven of a plan: how far from the best it can be at most, and each check.</summary>
    public static StoredProof Proof(SolvedPlan solved, PlanProof proof) => new(
        solved.Draft.Status == PlanStatus.Empty ? "empty" : solved.Certificate.Status,
        Math.Round(solved.Certificate.Gap, 6),
        [.. proof.Checks.Select(check => new StoredCheck(check.Name, check.Passed, check.Detail))],
        solved.Certificate.Aim,
        solved.Certificate.Seed,
        solved.Certificate.Work);

    public static PlanDraft? Previous(IReadOnlyList<StoredPlanItem>? items) => items is null ? null : new PlanDraft
    {
        Items = [.. items.Select(item => new PlanItem(item.Material, item.Date, item.Start, item.Minutes, item.Mode, item.Hours, []) { Recall = item.Recall })],
        Hours = [],
        Unmet = [],
        Status = PlanStatus.Complete,
        Counts = new PlanCounts(items.Count, items.Sum(item => item.Minutes), items.Sum(item => item.Hours), 0),
    };

}
