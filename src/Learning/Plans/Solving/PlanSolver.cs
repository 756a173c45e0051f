using Learning.Plans.Constructing;

namespace Learning.Plans.Solving;

/// <summary>
/// Solves planning problems aim by aim, and proves how far the plan is from the best. Pure: the same problem, seed and effort give
/// the same plan; no clock is asked. What the parts do and what is proven is written in the README of Plans.
/// </summary>
public static class PlanSolver
{
    private const long Threshold = 10_000;

    /// <summary>Plans; what cannot be met is said in <see cref="PlanDraft.Unmet"/>. Throws <see cref="BrokenRule"/> where the problem makes no sense.</summary>
    public static SolvedPlan Solve(PlanProblem problem, SolverEffort? effort = null)
    {
        PlanProblemRules.Demand(problem);
        effort ??= SolverEffort.Full;
        var puzzle = new Puzzle(problem);
        var constructed = ConstructivePlanner.Schedule(puzzle);
        var grid = GridOf(puzzle, constructed);
        var board = Calendar.Read(constructed, grid);
        if (grid.Pins.Keys.Concat(grid.DayPins.Keys).Any(piece => board.At[piece] < 0)) return Fallback(puzzle, constructed);
        new Wanderer(board, board.Places, hourPrice: 1, (ulong)problem.Seed).Wander(effort.WarmUp, Threshold);
        var work = 0.0;
        (board, var leastLacking, work) = DutyStage.Run(grid, board, effort, problem.Seed);
        if (DutyStage.LastLate(board) is >= 0 and var late) grid = grid.Finer(late);
        var shortfall = Shortfall.None;
        if (board.Missing > 0)
        {
            shortfall = Shortfall.Of(grid, board, effort);
            (board, _) = new Stage(new Columns(grid, new Limits(board.Lacking, 0), Aim.Hours), effort, problem.Seed).Run(board, -shortfall.Forgiven * Columns.Hour);
            board.Forgiven = Math.Max(board.Missing, shortfall.Forgiven);
        }

        var stage = new Stage(new Columns(grid, new Limits(board.Lacking, board.Forgiven), Aim.Worth), effort, problem.Seed);
        (board, var mostWorth) = stage.Run(board);
        Evening.Spread(board);
        var schedule = Better(Calendar.Write(board), constructed, shortfall.Forgiven);
        Improver.Fill(schedule);
        return new SolvedPlan(DraftWriter.Write(schedule), Certify(schedule, leastLacking, shortfall, mostWorth, work + stage.Work));
    }

    private static Grid GridOf(Puzzle puzzle, Schedule schedule)
    {
        var (pins, dayPins) = (new SortedDictionary<int, Spot>(), new SortedDictionary<int, int>());
        foreach (var piece in schedule.Planned.Where(piece => schedule.Fixed[piece.Index]))
        {
            var spot = schedule.SpotOf(piece.Index)!.Value;
            var hour = puzzle.Problem.Pins.Any(pin => pin.Material == piece.Candidate.Material && puzzle.DayOf(pin.Date) == spot.Day && pin.Start is not null);
            if (hour) pins[piece.Index] = spot;
            else dayPins[piece.Index] = spot.Day;
        }

        return new Grid(puzzle, pins, dayPins);
    }

    private static Schedule Better(Schedule? solved, Schedule constructed, long forgiven)
    {
        if (solved is null) return constructed;
        var (one, other) = (Measure.Of(solved), Measure.Of(constructed));
        return one.IsWorseThan(other, forgiven) ? constructed : solved;
    }

    /// <summary>Nothing is proven where a pin stands in the way of what the solver takes for granted.</summary>
    private static SolvedPlan Fallback(Puzzle puzzle, Schedule schedule)
    {
        var most = puzzle.Pieces.Sum(piece => (piece.Worth * Grid.Hundred) + Grid.Kept + Grid.Stayed);
        return new SolvedPlan(DraftWriter.Write(schedule), Certify(schedule, 0, Shortfall.None, most, 0));
    }

    private static PlanCertificate Certify(Schedule schedule, long leastLacking, Shortfall shortfall, long mostWorth, double work)
    {
        var measure = Measure.Of(schedule);
        return new PlanCertificate
        {
            Lacking = measure.Lacking,
            LeastLacking = leastLacking,
            Missing = measure.Missing,
            LeastMissing = shortfall.Least,
            ForgivenMissing = shortfall.Forgiven,
            Asked = schedule.Puzzle.Targets.Sum(target => target.Amount),
            Worth = measure.Worth,
            MostWorth = mostWorth,
            Seed = schedule.Puzzle.Problem.Seed,
            Work = Math.Round(work, 3),
        };
    }
}
