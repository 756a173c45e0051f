using Learning.Plans.Checking;
using Learning.Plans.Solving;

namespace Learning.Plans.Conflicts;

/// <summary>Whether everything a problem asks can be done. Yes is a plan that the checker passes; no is a proven bound; neither is neither.</summary>
internal static class Feasibility
{
    /// <summary>Little work: most answers are plain, and a person may be waiting.</summary>
    private static readonly SolverEffort Little = new() { WarmUp = 20_000, Trades = 100, Steps = 30_000, Refills = 2_000_000, Work = 0.05, Rounds = 1 };

    public static bool? Of(PlanProblem problem)
    {
        var solved = PlanSolver.Solve(problem, Little);
        if (solved.Draft.Unmet.All(unmet => unmet.Kind is UnmetKinds.HoursAfterPlan or UnmetKinds.NoSlots))
        {
            return PlanChecker.Check(problem, solved.Draft).Status == PlanProofStatus.Proved ? true : null;
        }

        return solved.Certificate.IsInfeasible ? false : null;
    }
}
