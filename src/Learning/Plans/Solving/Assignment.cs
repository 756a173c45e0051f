using Google.OrTools.Sat;

namespace Learning.Plans.Solving;

/// <summary>The choice of bins, whole (CP-SAT): one worker, a limit that counts work and not time, a hint to begin with.</summary>
internal sealed class Assignment
{
    private readonly Columns columns;
    private readonly Grid grid;
    private readonly CpModel model = new();
    private readonly int[] chosen;
    private readonly BoolVar[] variables;
    private readonly List<int>[] ofPiece;

    /// <summary>A model over the chosen columns (indexes).</summary>
    public Assignment(Columns columns, int[] chosen)
    {
        (this.columns, grid, this.chosen) = (columns, columns.Grid, chosen);
        variables = [.. chosen.Select(_ => model.NewBoolVar(""))];
        ofPiece = [.. grid.Puzzle.Pieces.Select(_ => new List<int>())];
        for (var index = 0; index < chosen.Length; index++) ofPiece[columns.All[chosen[index]].Piece].Add(index);
        OnceEach();
        foreach (var (those, room, count) in Rooms.Of(columns, chosen)) Limit(those, room, count);
        var slacks = columns.Aim == Aim.Duties ? [] : AskHours();
        if (!columns.AllInTime && columns.Aim != Aim.Duties) model.Add(Sum(Enumerable.Range(0, chosen.Length).Select(index => (index, columns.All[chosen[index]].Duty))) >= columns.DutyAsked);
        for (var pair = 0; pair < grid.Pairs.Length; pair++) InOrder(pair);
        model.Maximize(columns.Aim switch
        {
            Aim.Duties => Sum(Enumerable.Range(0, chosen.Length).Select(index => (index, columns.All[chosen[index]].Duty))),
            Aim.Hours => -Columns.Hour * LinearExpr.Sum(slacks),
            _ => Sum(Enumerable.Range(0, chosen.Length).Select(index => (index, columns.All[chosen[index]].Value))),
        });
    }

    /// <summary>Where a solution was found, chosen columns and the bound on these columns.</summary>
    public (int[]? Columns, double? Bound, double Work) Solve(Func<Column, bool> hint, double work, double gap, int seed)
    {
        model.ClearHints();
        for (var index = 0; index < chosen.Length; index++) model.AddHint(variables[index], hint(columns.All[chosen[index]]));
        using var solver = new CpSolver
        {
            StringParameters = FormattableString.Invariant($"num_workers:1 linearization_level:2 max_deterministic_time:{work} relative_gap_limit:{gap} random_seed:{seed}"),
        };
        var status = solver.Solve(model);
        var done = solver.Response?.DeterministicTime ?? 0;
        return status is CpSolverStatus.Optimal or CpSolverStatus.Feasible
            ? ([.. Enumerable.Range(0, chosen.Length).Where(index => solver.BooleanValue(variables[index])).Select(index => chosen[index])], solver.BestObjectiveBound, done)
            : (null, null, done);
    }

    private LinearExpr Sum(IEnumerable<(int Index, long Weight)> parts)
    {
        var all = parts.Where(part => part.Weight != 0).ToArray();
        return LinearExpr.WeightedSum(all.Select(part => (LinearExpr)variables[part.Index]), all.Select(part => part.Weight));
    }

    private void OnceEach()
    {
        var pinned = grid.Pins.Keys.Select(piece => grid.Puzzle.Pieces[piece].Lesson).ToHashSet();
        for (var lesson = 0; lesson < columns.Must.Length; lesson++)
        {
            ILiteral[] those = [.. grid.Puzzle.LessonPieces[lesson].SelectMany(piece => ofPiece[piece]).Select(index => variables[index])];
            if (pinned.Contains(lesson)) model.Add(LinearExpr.Sum(those.Cast<BoolVar>()) == 0);
            else if (columns.Must[lesson]) model.AddExactlyOne(those);
            else if (those.Length > 1) model.AddAtMostOne(those);
        }
    }

    private void Limit(IReadOnlyList<int> those, int room, int count)
    {
        for (var parts = 1; parts <= Rooms.Parts; parts++)
        {
            var weights = those.Select(index => (index, Rooms.Weight(columns.PieceOf(columns.All[chosen[index]]).Minutes, room, parts))).ToArray();
            if (weights.Sum(weight => weight.Item2) > Rooms.Most(room, count, parts)) model.Add(Sum(weights) <= Rooms.Most(room, count, parts));
        }
    }

    /// <summary>Asks for hours, and gives back what may be missing of them.</summary>
    private List<IntVar> AskHours()
    {
        var slacks = new List<IntVar>();
        for (var target = 0; target < grid.Puzzle.Targets.Length; target++)
        {
            var asked = columns.Asked(target);
            if (asked <= 0) continue;
            var had = Sum(Enumerable.Range(0, chosen.Length).Where(index => columns.Counts(target, columns.All[chosen[index]])).Select(index => (index, columns.PieceOf(columns.All[chosen[index]]).Credit)));
            var may = columns.Aim == Aim.Hours ? asked : Math.Min(asked, columns.Limits.Missing);
            if (may > 0)
            {
                slacks.Add(model.NewIntVar(0, may, ""));
                had += slacks[^1];
            }

            model.Add(had >= asked);
        }

        if (columns.Aim == Aim.Worth && slacks.Count > 1) model.Add(LinearExpr.Sum(slacks) <= columns.Limits.Missing);
        return slacks;
    }

    private void InOrder(int pair)
    {
        var (piece, lesson) = grid.Pairs[pair];
        if (ofPiece[piece].Count == 0 && !grid.Pins.ContainsKey(piece)) return;
        var needs = grid.Puzzle.LessonPieces[lesson];
        for (var period = 0; period < grid.Periods; period++)
        {
            var mine = By(piece, period);
            if (mine.Length == 0 && grid.Pinned(piece, period) == 0) continue;
            model.Add(LinearExpr.Sum(mine) + grid.Pinned(piece, period) <= LinearExpr.Sum(needs.SelectMany(need => By(need, period))) + needs.Sum(need => grid.Pinned(need, period)));
        }
    }

    private BoolVar[] By(int piece, int period) => [.. ofPiece[piece].Where(index => grid.Bins[columns.All[chosen[index]].Bin].Period <= period).Select(index => variables[index])];
}
