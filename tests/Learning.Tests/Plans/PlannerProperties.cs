using System.Text.Json;
using CsCheck;
using Learning.Plans;
using Learning.Plans.Checking;
using Learning.Plans.Constructing;

namespace Learning.Tests.Plans;

public class PlannerProperties
{
    [Fact]
    public void Every_plan_the_planner_makes_passes_the_checker() =>
        PlanGen.Problem.Sample(problem =>
        {
            var proof = PlanChecker.Check(problem, ConstructivePlanner.Plan(problem));
            Assert.True(proof.Status == PlanProofStatus.Proved, string.Join('\n', proof.Checks.Where(check => !check.Passed)));
        }, iter: 3_000);

    [Fact]
    public void The_same_problem_and_seed_give_the_same_bytes() =>
        PlanGen.Problem.Sample(problem => JsonSerializer.Serialize(ConstructivePlanner.Plan(problem)) == JsonSerializer.Serialize(ConstructivePlanner.Plan(problem with { })), iter: 300);
}
