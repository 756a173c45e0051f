namespace Learning.Plans.Constructing;

/// <summary>
/// Makes a plan by construction and local improvement: several orders of laying pieces, the best of them improved.
/// Pure: the same problem and seed give the same draft. Whether it is a plan says <see cref="Checking.PlanChecker"/>.
/// </summary>
public static class ConstructivePlanner
{
    private static readonly bool[] No = [false];
    private static readonly bool[] Both = [false, true];
    private static readonly Keep[] Never = [Keep.No];

    /// <summary>Plans; what cannot be met is said in <see cref="PlanDraft.Unmet"/>. Throws <see cref="BrokenRule"/> where the problem makes no sense.</summary>
    public static PlanDraft Plan(PlanProblem problem)
    {
        PlanProblemRules.Demand(problem);
        return DraftWriter.Write(Schedule(new Puzzle(problem)));
    }

    /// <summary>The best schedule it finds.</summary>
    internal static Schedule Schedule(Puzzle puzzle)
    {
        var best = Recipes(puzzle.Problem).Select(recipe => Builder.Build(puzzle, recipe)).Select(schedule => (Schedule: schedule, Score: Score.Of(schedule)))
            .Aggregate((one, other) => other.Score.IsBetterThan(one.Score) ? other : one).Schedule;
        Improver.Improve(best, new Random(puzzle.Problem.Seed));
        return best;
    }

    private static IEnumerable<Recipe> Recipes(PlanProblem problem) =>
        from order in Enum.GetValues<PieceOrder>()
        from earliest in problem.Candidates.Any(candidate => candidate.Required) ? Both : No
        from keep in problem.Previous is null ? Never : Enum.GetValues<Keep>()
        select new Recipe(order, earliest, keep);
}
