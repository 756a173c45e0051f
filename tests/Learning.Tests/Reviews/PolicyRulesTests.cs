using Learning.Plans;
using Learning.Reviews;

namespace Learning.Tests.Reviews;

public sealed class PolicyRulesTests
{
    [Fact]
    public void A_plan_that_is_right_in_every_way_passes() => Assert.Empty(PolicyRules.Refusals(Policy(), Plan()));

    public static TheoryData<string> EveryRefusal() => ["not-in-review", "empty", "not-proven", "not-optimal", "gap", "infeasible", "exempt", "cold-member", "big-change", "doubt"];

    [Theory]
    [MemberData(nameof(EveryRefusal))]
    public void Each_condition_holds_a_plan_back_by_its_name(string name)
    {
        var (policy, plan) = (Policy(), Plan());
        switch (name)
        {
            case "not-in-review": plan.State = PlanState.Returned; break;
            case "empty": plan.Items = []; break;
            case "not-proven": plan.Proof = plan.Proof with { Checks = [new StoredCheck("sums", false, "")] }; break;
            case "not-optimal": policy.Optimal = true; break;
            case "gap": (policy.MaxGap, plan.Proof) = (0.02, plan.Proof with { Bound = 0.021 }); break;
            case "infeasible": plan.Unmet = [new StoredUnmet(UnmetKinds.HoursMissing, null, [])]; break;
            case "exempt": plan.Hours = [new StoredPlanHours("r", 32, 0, 1, plan.Until, Exempt: true)]; break;
            case "cold-member": plan.Causes = [new StoredDoubt(PlanDoubts.ColdMember, 2, [])]; break;
            case "big-change": plan.Changed = 0.21; break;
            default: plan.Doubt = 3.01; break;
        }

        Assert.Equal([name], PolicyRules.Refusals(policy, plan));
    }

    [Fact]
    public void Hours_due_after_the_plan_are_no_reason_to_hold_it()
    {
        var plan = Plan();
        plan.Unmet = [new StoredUnmet(UnmetKinds.HoursAfterPlan, null, [])];

        Assert.Empty(PolicyRules.Refusals(Policy(), plan));
    }

    [Fact]
    public void A_sample_is_the_same_for_the_same_seed_and_another_for_another()
    {
        var plans = Enumerable.Range(0, 200).Select(number => new Guid(number, 0, 0, new byte[8])).ToList();
        var policy = Policy();

        var first = PolicyRules.Sample(policy, plans);
        var shuffled = PolicyRules.Sample(policy, [.. plans.AsEnumerable().Reverse()]);
        policy.Seed = 8;
        var other = PolicyRules.Sample(policy, plans);

        Assert.Equal(10, first.Count);
        Assert.Equal(first, shuffled);
        Assert.NotEqual(first, other);
        Assert.NotEqual(plans.Take(10), first);
        Assert.Single(PolicyRules.Sample(policy, plans[..3]));
        Assert.Empty(PolicyRules.Sample(policy, []));
    }

    [Fact]
    public void Effort_counts_pauses_up_to_five_minutes_and_a_bulk_approval_once()
    {
        var (one, other) = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]));
        var start = DateTimeOffset.UnixEpoch;

        var effort = ReviewEffort.Of([(one, start), (one, start.AddMinutes(2)), (one, start.AddMinutes(2)), (one, start.AddHours(3)), (other, start.AddMinutes(1))], members: 400);

        Assert.Equal(1 + 2 + 1 + 1, effort.Minutes);
        Assert.Equal(12.5, effort.MinutesPerThousandMembers);
        Assert.Null(ReviewEffort.Of([], 0).MinutesPerThousandMembers);
    }

    private static ReviewPolicy Policy() => new() { Id = Guid.Empty, Organisation = "here", Key = "safe", Name = "稳妥", Seed = 7 };

    private static StoredPlan Plan() => new()
    {
        Id = Guid.Empty, MemberId = Guid.Empty, From = new DateOnly(2027, 1, 4), Until = new DateOnly(2027, 1, 31), Weeks = 4, CreatedAt = default, Model = "m", State = PlanState.InReview,
        Items = [new StoredPlanItem(Guid.Empty, new DateOnly(2027, 1, 4), new TimeOnly(8, 0), 10, Mode.Read, 0.2m, [])],
        Proof = new StoredProof("feasible", null, [new StoredCheck("sums", true, "")]),
        Hours = [new StoredPlanHours("r", 32, 0, 1, new DateOnly(2027, 12, 31), Exempt: false)],
        Causes = [new StoredDoubt(PlanDoubts.LowMargin, 1, [])], Doubt = 1, Changed = 0.2,
    };
}
