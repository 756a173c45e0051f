using System.Globalization;
using Learning.Plans.Checking;

namespace Learning.Plans;

/// <summary>Between a plan as the planner makes it and a plan as it is kept.</summary>
internal static class PlanMapping
{
    public static StoredPlanItem Item(PlanItem item) => new(
        item.Material, item.Date, item.Start, item.Minutes, item.Mode, item.CreditHours,
        [.. item.Reasons.Select(reason => new StoredReason(reason.Kind, reason.Weight, new Dictionary<string, string>(reason.Values, StringComparer.Ordinal)))]);

    public static StoredPlanHours Hours(HoursAsked asked, PlanDraft draft) => new(
        asked.Pack.Id,
        asked.Target,
        asked.Earned,
        draft.Items.Where(item => item.Date <= asked.Period.Last).Sum(item => item.CreditHours),
        asked.Period.Last,
        asked.Exempt);

    public static StoredUnmet Unmet(PlanUnmet unmet) =>
        new(unmet.Kind, unmet.Material, new Dictionary<string, string>(unmet.Values, StringComparer.Ordinal));

    /// <summary>A constructive planner proves that a plan is feasible, never that it is the best: there is no bound.</summary>
    public static StoredProof Proof(PlanDraft draft, PlanProof proof) => new(
        draft.Status == PlanStatus.Empty ? "empty" : "feasible",
        null,
        [.. proof.Checks.Select(check => new StoredCheck(check.Name, check.Passed, check.Detail))]);

    public static PlanDraft? Previous(IReadOnlyList<StoredPlanItem>? items) => items is null ? null : new PlanDraft
    {
        Items = [.. items.Select(item => new PlanItem(item.Material, item.Date, item.Start, item.Minutes, item.Mode, item.Hours, []))],
        Hours = [],
        Unmet = [],
        Status = PlanStatus.Complete,
        Counts = new PlanCounts(items.Count, items.Sum(item => item.Minutes), items.Sum(item => item.Hours), 0),
    };

}
