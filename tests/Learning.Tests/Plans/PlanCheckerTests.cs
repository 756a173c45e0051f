using Learning.Plans;
using Learning.Plans.Checking;
using Learning.Plans.Constructing;
using Learning.Plans.Solving;

namespace Learning.Tests.Plans;

public class PlanCheckerTests
{
    private static readonly Lazy<(PlanProblem Problem, PlanDraft Draft)[]> Plans = new(() => [.. Enumerable.Range(0, 140)
        .Select(PlanGen.Of).Select(problem => (problem, problem.Seed % 2 == 0 ? ConstructivePlanner.Plan(problem) : PlanSolver.Solve(problem, SolverEffort.Brisk).Draft)).Where(pair => pair.Item2.Items.Count > 0)]);

    public static TheoryData<string> Mutations => [.. PlanMutations.All.Select(mutation => mutation.Name)];

    [Theory]
    [MemberData(nameof(Mutations))]
    public void Catches(string name)
    {
        var (_, check, mutation) = PlanMutations.All.Single(one => one.Name == name);
        var caught = 0;
        foreach (var (problem, draft) in Plans.Value)
        {
            if (mutation(problem, draft, draft.Items[draft.Counts.Minutes % draft.Items.Count]) is not { } broken) continue;
            var proof = PlanChecker.Check(broken.Problem, broken.Draft);
            Assert.Equal(PlanProofStatus.Refused, proof.Status);
            Assert.Contains(proof.Checks, found => found.Name == check && !found.Passed);
            caught++;
        }

        Assert.True(caught > 40, $"Only {caught} plans could be broken this way.");
    }

    [Fact]
    public void An_empty_week_is_a_plan_too()
    {
        var problem = new PlanProblem { From = PlanGen.Monday, Weeks = 1 };
        var draft = ConstructivePlanner.Plan(problem);
        Assert.Equal(PlanStatus.Empty, draft.Status);
        Assert.Equal(UnmetKinds.NoSlots, Assert.Single(draft.Unmet).Kind);
        Assert.Equal(PlanProofStatus.Proved, PlanChecker.Check(problem, draft).Status);
    }

    [Theory]
    [InlineData(0, "plan-weeks-out-of-range")]
    [InlineData(27, "plan-weeks-out-of-range")]
    public void A_problem_without_sense_is_refused_by_name(int weeks, string rule) =>
        Assert.Equal(rule, Assert.Throws<BrokenRule>(() => ConstructivePlanner.Plan(new PlanProblem { From = PlanGen.Monday, Weeks = weeks })).Rule);

    [Fact]
    public void A_slot_that_passes_midnight_is_refused_by_name()
    {
        var problem = new PlanProblem { From = PlanGen.Monday, Weeks = 1, Slots = [new DatedSlot(PlanGen.Monday, new TimeOnly(23, 30), 60, [])] };
        Assert.Equal("plan-slot-invalid", Assert.Throws<BrokenRule>(() => PlanChecker.Check(problem, ConstructivePlanner.Plan(problem))).Rule);
    }
}
