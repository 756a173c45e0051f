using Google.OrTools.LinearSolver;

namespace Learning.Plans.Solving;

/// <summary>
/// The choice of fillings with parts of them allowed (the restricted master program of Dantzig and Wolfe, 1960; GLOP). Its prices ask for more fillings,
/// and prove what no plan can exceed.
/// </summary>
internal sealed class Master : IDisposable
{
    private const int MostOrders = 6;
    private const double Tolerance = 1e-6;
    private readonly Columns columns;
    private readonly Grid grid;
    private readonly Fillings fillings;
    private readonly Solver solver = Solver.CreateSolver("GLOP");
    private readonly Objective objective;
    private readonly List<Variable> shares = [];
    private readonly Constraint[] bins;
    private readonly Constraint?[] days;
    private readonly int[] kindOf;
    private readonly Constraint[] lessons;
    private readonly Constraint[] hours;
    private readonly Constraint? duty;
    private readonly Dictionary<int, Constraint> orders = [];
    private readonly double[] used;

    /// <summary>A program over the fillings there are; those that come later join it.</summary>
    public Master(Columns columns, Fillings fillings)
    {
        (this.columns, grid, this.fillings) = (columns, columns.Grid, fillings);
        objective = solver.Objective();
        objective.SetMaximization();
        used = new double[columns.All.Length];
        var pinned = grid.Pins.Keys.Select(piece => grid.Puzzle.Pieces[piece].Lesson).ToHashSet();
        bins = [.. grid.Bins.Select(bin => solver.MakeConstraint(double.NegativeInfinity, bin.Count))];
        days = [.. grid.DayKinds.Select(kind => kind.IsCapped && kind.PerDay > 1 ? solver.MakeConstraint(double.NegativeInfinity, kind.Days * kind.Room) : null)];
        kindOf = new int[grid.Bins.Length];
        for (var kind = 0; kind < grid.DayKinds.Length; kind++)
        {
            foreach (var bin in grid.DayKinds[kind].Bins) kindOf[bin.Index] = kind;
        }

        lessons = [.. columns.Must.Select((must, lesson) => solver.MakeConstraint(must && !pinned.Contains(lesson) ? 1 : double.NegativeInfinity, pinned.Contains(lesson) ? 0 : 1))];
        hours = [.. Enumerable.Range(0, grid.Puzzle.Targets.Length).Select(target => solver.MakeConstraint(columns.Asked(target), double.PositiveInfinity))];
        if (columns.Limits.Missing > 0)
        {
            var budget = solver.MakeConstraint(double.NegativeInfinity, columns.Limits.Missing);
            foreach (var row in hours)
            {
                var slack = solver.MakeNumVar(0, double.PositiveInfinity, "");
                row.SetCoefficient(slack, 1);
                budget.SetCoefficient(slack, 1);
            }
        }

        duty = columns.AllInTime ? null : solver.MakeConstraint(columns.DutyAsked, double.PositiveInfinity);
    }

    /// <summary>What parts of fillings can be worth together.</summary>
    public double Value => objective.Value();

    /// <summary>Solves, asks for more fillings, and solves again; false where those there are do not meet the limits.</summary>
    public bool Solve(Market market, int rounds)
    {
        for (var round = 0; ; round++)
        {
            while (shares.Count < fillings.All.Count) Add(fillings.All[shares.Count]);
            if (!SolveInOrder()) return false;
            if (round == rounds) return true;
            var before = fillings.All.Count;
            market.Take(Read(), used);
            if (fillings.All.Count == before) return true;
        }
    }

    /// <summary>How much would be lost if a filling were chosen.</summary>
    public double Loss(int filling) => Math.Abs(shares[filling].ReducedCost());

    public void Dispose() => solver.Dispose();

    private static long Whole(double price) => (long)Math.Round(price * Prices.Scale);

    private void Add(Filling filling)
    {
        var share = solver.MakeNumVar(0, double.PositiveInfinity, "");
        shares.Add(share);
        objective.SetCoefficient(share, filling.Value);
        bins[filling.Bin].SetCoefficient(share, 1);
        days[kindOf[filling.Bin]]?.SetCoefficient(share, filling.Columns.Sum(index => columns.PieceOf(columns.All[index]).Minutes));
        foreach (var index in filling.Columns) lessons[columns.PieceOf(columns.All[index]).Lesson].SetCoefficient(share, 1);
        for (var target = 0; target < hours.Length; target++)
        {
            hours[target].SetCoefficient(share, filling.Columns.Where(index => columns.Counts(target, columns.All[index])).Sum(index => (double)columns.PieceOf(columns.All[index]).Credit));
        }

        duty?.SetCoefficient(share, filling.Columns.Sum(index => (double)columns.All[index].Duty));
        foreach (var (order, row) in orders)
        {
            if (WeightIn(order, filling) is var weight and not 0) row.SetCoefficient(share, weight);
        }
    }

    private int WeightIn(int order, Filling filling)
    {
        if (grid.Bins[filling.Bin].Period > order % grid.Periods) return 0;
        var (piece, lesson) = grid.Pairs[order / grid.Periods];
        return filling.Columns.Sum(index => (columns.All[index].Piece == piece ? 1 : 0) - (columns.PieceOf(columns.All[index]).Lesson == lesson ? 1 : 0));
    }

    private bool SolveInOrder()
    {
        for (var round = 0; ; round++)
        {
            if (solver.Solve() != Solver.ResultStatus.OPTIMAL) return false;
            Array.Clear(used);
            for (var index = 0; index < shares.Count; index++)
            {
                if (shares[index].SolutionValue() is var share and > 0)
                {
                    foreach (var column in fillings.All[index].Columns) used[column] += share;
                }
            }

            if (round == MostOrders || !AddBrokenOrders()) return true;
        }
    }

    private Prices Read()
    {
        var prices = Prices.Of(columns);
        for (var lesson = 0; lesson < lessons.Length; lesson++)
            prices.Lessons[lesson] = columns.Must[lesson] ? Whole(lessons[lesson].DualValue()) : Math.Max(0, Whole(lessons[lesson].DualValue()));
        for (var target = 0; target < hours.Length; target++) prices.Hours[target] = Math.Max(0, Whole(-hours[target].DualValue()));
        foreach (var (order, row) in orders) prices.Orders[order] = Math.Max(0, Whole(row.DualValue()));
        prices.Duty = duty is null ? 0 : Math.Max(0, Whole(-duty.DualValue()));
        return prices;
    }

    private bool AddBrokenOrders()
    {
        var by = new double[grid.Puzzle.Pieces.Length, grid.Periods];
        for (var index = 0; index < used.Length; index++) by[columns.All[index].Piece, grid.Bins[columns.All[index].Bin].Period] += used[index];
        foreach (var (piece, spot) in grid.Pins) by[piece, grid.PeriodOf(spot.Day)] += 1;
        for (var piece = 0; piece < by.GetLength(0); piece++)
        {
            for (var period = 1; period < grid.Periods; period++) by[piece, period] += by[piece, period - 1];
        }

        var broken = new List<int>();
        for (var pair = 0; pair < grid.Pairs.Length; pair++)
        {
            var (piece, lesson) = grid.Pairs[pair];
            for (var period = 0; period < grid.Periods; period++)
            {
                var order = (pair * grid.Periods) + period;
                if (by[piece, period] > grid.Puzzle.LessonPieces[lesson].Sum(need => by[need, period]) + Tolerance && !orders.ContainsKey(order)) broken.Add(order);
            }
        }

        foreach (var order in broken)
        {
            var (piece, lesson) = grid.Pairs[order / grid.Periods];
            var row = orders[order] = solver.MakeConstraint(double.NegativeInfinity, grid.Puzzle.LessonPieces[lesson].Sum(need => grid.Pinned(need, order % grid.Periods)) - grid.Pinned(piece, order % grid.Periods));
            for (var index = 0; index < shares.Count; index++)
            {
                if (WeightIn(order, fillings.All[index]) is var weight and not 0) row.SetCoefficient(shares[index], weight);
            }
        }

        return broken.Count > 0;
    }
}
