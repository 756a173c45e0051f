using System.Text;
using Learning.Plans;

namespace Learning.Reviews;

/// <summary>Whether a plan passes a policy, and which plans are drawn for an audit. Functions of their input.</summary>
public static class PolicyRules
{
    /// <summary>The names of what keeps a plan from passing; empty when it passes.</summary>
    public static IReadOnlyList<string> Refusals(ReviewPolicy policy, StoredPlan plan)
    {
        var refusals = new List<string>();
        Demand(plan.State == PlanState.InReview, "not-in-review");
        Demand(plan.Items.Count > 0, "empty");
        Demand(plan.Proof.Checks.Count > 0 && plan.Proof.Checks.TrueForAll(check => check.Passed), "not-proven");
        Demand(!policy.Optimal || plan.Proof.Status == "optimal", "not-optimal");
        Demand(policy.MaxGap is not { } most || plan.Proof.Bound <= most, "gap");
        Demand(plan.Unmet.TrueForAll(unmet => unmet.Kind == UnmetKinds.HoursAfterPlan), "infeasible");
        Demand(policy.Exempt || plan.Hours.TrueForAll(line => !line.Exempt), "exempt");
        Demand(policy.ColdMembers || !plan.Causes.Exists(cause => cause.Kind == PlanDoubts.ColdMember), "cold-member");
        Demand(plan.Changed <= policy.MostChange, "big-change");
        Demand(plan.Doubt <= policy.MostDoubt, "doubt");
        return refusals;

        void Demand(bool holds, string name)
        {
            if (!holds)
            {
                refusals.Add(name);
            }
        }
    }

    /// <summary>The plans that a person looks at: drawn by the seed, the same for the same plans, and not to be foreseen from their order.</summary>
    public static IReadOnlyList<Guid> Sample(ReviewPolicy policy, IReadOnlyCollection<Guid> plans) =>
    [
        .. plans.OrderBy(plan => Draw(policy.Seed, plan)).ThenBy(plan => plan).Take(plans.Count == 0 ? 0 : Math.Max(1, (int)Math.Ceiling(policy.AuditShare * plans.Count))),
    ];

    private static ulong Draw(int seed, Guid plan)
    {
        var bytes = Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}:{plan}"));
        return BitConverter.ToUInt64(System.Security.Cryptography.SHA256.HashData(bytes));
    }
}
