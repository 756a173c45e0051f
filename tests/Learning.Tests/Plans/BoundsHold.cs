using Learning.Evaluation.Planning;
using Learning.Plans.Solving;

namespace Learning.Tests.Plans;

/// <summary>On problems small enough to try every plan: no bound lies below what can be had, and no plan claims more.</summary>
public class BoundsHold
{
    private const int Problems = 50;
    private static readonly SolverEffort Little = new() { WarmUp = 1_500, Trades = 60, Steps = 2_000, Refills = 200_000, Work = 0.01, Rounds = 3 };

    public static TheoryData<string> Families => [.. PlanInstances.Families];

    [Theory]
    [MemberData(nameof(Families))]
    public void No_bound_lies_below_the_best_of_all_plans_and_no_plan_claims_more_than_it(string family)
    {
        for (var number = 0; number < Problems; number++)
        {
            var problem = PlanInstances.Of(family, number, items: 4 + (number % 3), weeks: 1, seed: 5);
            var told = PlanSolver.Solve(problem, Little).Certificate;
            var plan = new Measure(told.Lacking, told.Missing, told.Worth);
            var every = new EveryPlan(problem, plan);
            var what = $"{family} {number}: {every.Best} {every.BestThinkable} {every.MostWorth} {told}";
            Assert.False(every.BestThinkable.IsWorseThan(plan), what);
            Assert.True(told.LeastLacking <= every.Best.Lacking, what);
            if (told.Lacking == every.Best.Lacking) Assert.True(told.LeastMissing <= every.Best.Missing, what);
            if (told.Aim == "worth") Assert.True(told.MostWorth >= every.MostWorth, what);
            if (told.Status == "optimal") Assert.Equal((every.Best.Lacking, every.Best.Missing), (told.Lacking, told.Missing));
        }
    }
}
