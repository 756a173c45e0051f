using Google.OrTools.Sat;

namespace Learning.Plans.Solving;

/// <summary>The choice of whole fillings (CP-SAT): what is good in one plan is put together with what is good in another.</summary>
internal sealed class Choice
{
    private readonly Columns columns;
    private readonly Grid grid;
    private readonly Filling[] fillings;
    private readonly CpModel model = new();
    private readonly BoolVar[] chosen;

    /// <summary>A model over some fillings.</summary>
    public Choice(Columns columns, Filling[] fillings)
    {
        (this.columns, grid, this.fillings) = (columns, columns.Grid, fillings);
        chosen = [.. fillings.Select(_ => model.NewBoolVar(""))];
        foreach (var bin in grid.Bins) FindPlaces(bin);
        foreach (var kind in grid.DayKinds.Where(kind => kind.IsCapped && kind.PerDay > 1))
            model.Add(Sum(filling => Array.Exists(kind.Bins, bin => bin.Index == filling.Bin) ? filling.Columns.Sum(index => (long)columns.PieceOf(columns.All[index]).Minutes) : 0) <= kind.Days * (long)kind.Room);
        OnceEach();
        AskHours();
        if (!columns.AllInTime) model.Add(Sum(filling => filling.Columns.Sum(index => columns.All[index].Duty)) >= columns.DutyAsked);
        InOrder();
        model.Maximize(Sum(filling => filling.Value));
    }

    /// <summary>The fillings chosen, null where none were found that meet the limits; and the work done.</summary>
    public (Filling[]? Chosen, double Work) Solve(HashSet<Filling> hint, double work, double gap, int seed)
    {
        for (var index = 0; index < fillings.Length; index++) model.AddHint(chosen[index], hint.Contains(fillings[index]));
        using var solver = new CpSolver
        {
            StringParameters = FormattableString.Invariant($"num_workers:1 linearization_level:2 cp_model_probing_level:0 max_deterministic_time:{work} relative_gap_limit:{gap} random_seed:{seed}"),
        };
        var status = solver.Solve(model);
        return (status is CpSolverStatus.Optimal or CpSolverStatus.Feasible ? [.. fillings.Where((_, index) => solver.BooleanValue(chosen[index]))] : null, solver.Response?.DeterministicTime ?? 0);
    }

    private BoolVar[] Those(Func<Filling, bool> which) => [.. chosen.Where((_, index) => which(fillings[index]))];

    private LinearExpr Sum(Func<Filling, long> weight)
    {
        var all = fillings.Select((filling, index) => (Chosen: chosen[index], Weight: weight(filling))).Where(part => part.Weight != 0).ToArray();
        return LinearExpr.WeightedSum(all.Select(part => part.Chosen), all.Select(part => part.Weight));
    }

    private void Count(BoolVar[] those, int most)
    {
        if (those.Length <= most) return;
        if (most == 1) model.AddAtMostOne(those);
        else model.Add(LinearExpr.Sum(those) <= most);
    }

    /// <summary>No more fillings than stretches; nor more than stretches in a row where they can stand in these alone (Hall's condition, enough where each can stand in stretches in a row).</summary>
    private void FindPlaces(Bin bin)
    {
        var mine = Those(filling => filling.Bin == bin.Index);
        Count(mine, bin.Count);
        for (var first = 0; first < bin.Count && mine.Length > 0; first++)
        {
            for (var last = first; last < bin.Count && last - first + 1 < bin.Count; last++)
            {
                var outside = ~(((1UL << (last - first + 1)) - 1) << first);
                Count(Those(filling => filling.Bin == bin.Index && (filling.Places & outside) == 0), last - first + 1);
            }
        }
    }

    private void OnceEach()
    {
        var pinned = grid.Pins.Keys.Select(piece => grid.Puzzle.Pieces[piece].Lesson).ToHashSet();
        var holding = fillings.SelectMany((filling, index) => filling.Columns.Select(column => (columns.PieceOf(columns.All[column]).Lesson, Chosen: chosen[index]))).ToLookup(one => one.Lesson, one => one.Chosen);
        for (var lesson = 0; lesson < columns.Must.Length; lesson++)
        {
            BoolVar[] those = [.. holding[lesson]];
            if (pinned.Contains(lesson)) model.Add(LinearExpr.Sum(those) == 0);
            else if (columns.Must[lesson]) model.AddExactlyOne(those);
            else Count(those, 1);
        }
    }

    private void AskHours()
    {
        var slacks = new List<IntVar>();
        for (var target = 0; target < grid.Puzzle.Targets.Length; target++)
        {
            var asked = columns.Asked(target);
            if (asked <= 0) continue;
            var had = Sum(filling => filling.Columns.Where(index => columns.Counts(target, columns.All[index])).Sum(index => (long)columns.PieceOf(columns.All[index]).Credit));
            if (columns.Limits.Missing > 0)
            {
                slacks.Add(model.NewIntVar(0, Math.Min(asked, columns.Limits.Missing), ""));
                had += slacks[^1];
            }

            model.Add(had >= asked);
        }

        if (slacks.Count > 1) model.Add(LinearExpr.Sum(slacks) <= columns.Limits.Missing);
    }

    /// <summary>
    /// What stands by the end of a period stands by the end of the next; a piece stands by the end of no period by which what it needs does not, nor in a bin
    /// of which every stretch lies before those in which that stands.
    /// </summary>
    private void InOrder()
    {
        var (lessons, pieces) = (new Dictionary<int, BoolVar[]>(), new Dictionary<int, BoolVar[]>());
        foreach (var (piece, lesson) in grid.Pairs)
        {
            if (!lessons.TryGetValue(lesson, out var needed)) lessons[lesson] = needed = By(grid.Puzzle.LessonPieces[lesson]);
            if (!pieces.TryGetValue(piece, out var waits)) pieces[piece] = waits = By([piece]);
            for (var period = 0; period < grid.Periods; period++) model.AddImplication(waits[period], needed[period]);
            foreach (var bin in grid.Bins)
            {
                Bin[] later = [.. grid.Bins.Where(other => other.Period == bin.Period && other.Stretches[0].Index > bin.Stretches[^1].Index)];
                if (later.Length == 0) continue;
                var mine = Those(filling => filling.Bin == bin.Index && Holds(filling, [piece]));
                if (mine.Length == 0) continue;
                var late = Those(filling => later.Any(other => other.Index == filling.Bin) && Holds(filling, grid.Puzzle.LessonPieces[lesson]));
                if (late.Length > 0) model.AddAtMostOne([.. mine, .. late]);
            }
        }
    }

    private BoolVar[] By(IReadOnlyList<int> pieces)
    {
        var by = new BoolVar[grid.Periods];
        LinearExpr before = LinearExpr.Constant(pieces.Sum(piece => grid.Pinned(piece, 0)));
        for (var period = 0; period < grid.Periods; period++)
        {
            var those = Those(filling => grid.Bins[filling.Bin].Period == period && Holds(filling, pieces));
            if (period > 0) before += pieces.Sum(piece => grid.Pinned(piece, period) - grid.Pinned(piece, period - 1));
            by[period] = model.NewBoolVar("");
            model.Add(before + LinearExpr.Sum(those) == by[period]);
            before = by[period];
        }

        return by;
    }

    private bool Holds(Filling filling, IReadOnlyList<int> pieces) => Array.Exists(filling.Columns, index => pieces.Contains(columns.All[index].Piece));
}
