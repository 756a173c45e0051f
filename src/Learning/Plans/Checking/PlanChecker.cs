namespace Learning.Plans.Checking;

/// <summary>
/// Proves that a draft keeps every rule of its problem. Shares no code with any planner, so that the same mistake
/// is not made twice. A draft that fails is no plan.
/// </summary>
public static class PlanChecker
{
    private const int Named = 3;

    private static readonly (string Name, Func<Evidence, IEnumerable<string>> Faults)[] Checks =
    [
        ("known-materials", ItemChecks.Known),
        ("banned-absent", ItemChecks.Banned),
        ("done-absent", ItemChecks.Done),
        ("recalls-of-the-learned", ItemChecks.Recalls),
        ("no-lesson-twice", ItemChecks.Twice),
        ("as-in-catalogue", ItemChecks.AsInCatalogue),
        ("within-horizon", TimeChecks.Horizon),
        ("within-validity", TimeChecks.Validity),
        ("within-slots", TimeChecks.Slots),
        ("outside-forbidden-times", TimeChecks.Forbidden),
        ("no-overlap", TimeChecks.Overlap),
        ("daily-cap", TimeChecks.DailyCap),
        ("prerequisites-earlier", OrderChecks.Prerequisites),
        ("pins-respected", OrderChecks.Pins),
        ("required-by-due", RequiredChecks.ByDue),
        ("hours-add-up", SumChecks.Hours),
        ("counts-and-status", SumChecks.CountsAndStatus),
        ("unmet-honest", UnmetChecks.Honest),
        ("nothing-more-fits", RestChecks.NothingMoreFits),
    ];

    /// <summary>Checks a draft against its problem.</summary>
    public static PlanProof Check(PlanProblem problem, PlanDraft draft)
    {
        PlanProblemRules.Demand(problem);
        var evidence = new Evidence(problem, draft);
        var checks = Checks.Select(check => Run(check.Name, check.Faults(evidence).ToArray(), draft.Items.Count)).ToArray();
        return new PlanProof(Array.TrueForAll(checks, check => check.Passed) ? PlanProofStatus.Proved : PlanProofStatus.Refused, checks);
    }

    private static PlanCheck Run(string name, string[] faults, int items) => faults.Length == 0
        ? new PlanCheck(name, true, $"{items} items looked at")
        : new PlanCheck(name, false, string.Join(' ', faults.Take(Named)) + (faults.Length > Named ? $" And {faults.Length - Named} more." : ""));
}
