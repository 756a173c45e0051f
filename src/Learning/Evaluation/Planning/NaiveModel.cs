using Google.OrTools.Sat;
using Learning.Plans.Constructing;
using Learning.Plans.Solving;

namespace Learning.Evaluation.Planning;

/// <summary>The model one writes first: a variable for each piece in each stretch, minutes of each stretch and day, the place of what is needed below the place of what needs it.</summary>
internal static class NaiveModel
{
    /// <summary>CP-SAT's units of work: about five seconds.</summary>
    private const double Work = 5;

    /// <summary>What it reaches; null where it finds nothing.</summary>
    public static Measure? Solve(Puzzle puzzle)
    {
        var grid = new Grid(puzzle, new Dictionary<int, Spot>(), new Dictionary<int, int>());
        var model = new CpModel();
        var cells = new Dictionary<(int Piece, int Stretch), BoolVar>();
        foreach (var piece in puzzle.Pieces)
        {
            foreach (var stretch in grid.Stretches.Where(stretch => grid.Allows(piece, stretch))) cells[(piece.Index, stretch.Index)] = model.NewBoolVar("");
        }

        foreach (var lesson in cells.GroupBy(cell => puzzle.Pieces[cell.Key.Piece].Lesson)) model.AddAtMostOne(lesson.Select(cell => (ILiteral)cell.Value));
        foreach (var stretch in cells.GroupBy(cell => cell.Key.Stretch)) model.Add(Minutes(puzzle, stretch) <= grid.Stretches[stretch.Key].Minutes);
        foreach (var day in cells.GroupBy(cell => grid.Stretches[cell.Key.Stretch].Day).Where(day => grid.DayRoom[day.Key] < int.MaxValue)) model.Add(Minutes(puzzle, day) <= grid.DayRoom[day.Key]);
        Order(model, grid, cells);
        var asked = Duties.ByLesson(puzzle);
        var duties = LinearExpr.WeightedSum(cells.Values.Select(cell => (LinearExpr)cell), cells.Keys.Select(cell => DutyOf(grid, asked, cell)));
        var missing = Missing(model, grid, cells);
        model.Maximize((1_000_000_000L * duties) - (100_000L * LinearExpr.Sum(missing)) + Worth(grid, cells));
        using var solver = new CpSolver { StringParameters = FormattableString.Invariant($"num_workers:1 max_deterministic_time:{Work} random_seed:1") };
        if (solver.Solve(model) is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible)) return null;
        var at = cells.Where(cell => solver.BooleanValue(cell.Value)).Select(cell => cell.Key).ToArray();
        return new Measure(
            asked.Values.Sum(Duties.Absent) - at.Sum(cell => DutyOf(grid, asked, cell)),
            missing.Sum(slack => solver.Value(slack)),
            at.Sum(cell => grid.Value(puzzle.Pieces[cell.Piece], grid.Stretches[cell.Stretch])));
    }

    private static LinearExpr Minutes(Puzzle puzzle, IEnumerable<KeyValuePair<(int Piece, int Stretch), BoolVar>> cells) =>
        LinearExpr.WeightedSum(cells.Select(cell => (LinearExpr)cell.Value), cells.Select(cell => (long)puzzle.Pieces[cell.Key.Piece].Minutes));

    private static LinearExpr Worth(Grid grid, Dictionary<(int Piece, int Stretch), BoolVar> cells) =>
        LinearExpr.WeightedSum(cells.Values.Select(cell => (LinearExpr)cell), cells.Keys.Select(cell => grid.Value(grid.Puzzle.Pieces[cell.Piece], grid.Stretches[cell.Stretch])));

    private static void Order(CpModel model, Grid grid, Dictionary<(int Piece, int Stretch), BoolVar> cells)
    {
        var ofLesson = cells.ToLookup(cell => grid.Puzzle.Pieces[cell.Key.Piece].Lesson);
        foreach (var (piece, lesson) in grid.Pairs)
        {
            foreach (var cell in cells.Where(cell => cell.Key.Piece == piece))
                model.Add(LinearExpr.Sum(ofLesson[lesson].Where(need => need.Key.Stretch <= cell.Key.Stretch).Select(need => need.Value)) >= cell.Value);
        }
    }

    private static long DutyOf(Grid grid, Dictionary<int, Obligation> asked, (int Piece, int Stretch) cell) =>
        asked.TryGetValue(grid.Puzzle.Pieces[cell.Piece].Lesson, out var duty) ? Duties.Absent(duty) - Duties.Late(duty, grid.Stretches[cell.Stretch].Day) : 0;

    private static List<IntVar> Missing(CpModel model, Grid grid, Dictionary<(int Piece, int Stretch), BoolVar> cells)
    {
        var slacks = new List<IntVar>();
        foreach (var target in grid.Puzzle.Targets.Where(target => target.Amount > 0))
        {
            var those = cells.Where(cell => target.Counts[cell.Key.Piece] && grid.Stretches[cell.Key.Stretch].Day <= target.LastDay).ToArray();
            slacks.Add(model.NewIntVar(0, target.Amount, ""));
            model.Add(LinearExpr.WeightedSum(those.Select(cell => (LinearExpr)cell.Value), those.Select(cell => grid.Puzzle.Pieces[cell.Key.Piece].Credit)) + slacks[^1] >= target.Amount);
        }

        return slacks;
    }
}
