using Google.OrTools.LinearSolver;

namespace Learning.Plans.Solving;

/// <summary>
/// The choice of fillings with parts of them allowed (the restricted master program of Dantzig and Wolfe, 1960; GLOP). Its prices ask for more fillings,
/// and prove what no plan can exceed.
/// </summary>
internal sealed class Master : IDisposable
{
    private const int MostOrders = 6;
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

    private int WeightIn(int order, Filling filling) => filling.Columns.Sum(index => columns.WeightIn(order, index));

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
        Duals.Read(columns, prices, lessons, hours, orders, duty);
        return prices;
    }

    private bool AddBrokenOrders()
    {
        int[] broken = [.. columns.BrokenOrders(used).Where(order => !orders.ContainsKey(order))];
        foreach (var order in broken)
        {
            var row = orders[order] = solver.MakeConstraint(double.NegativeInfinity, columns.MostOf(order));
            for (var index = 0; index < shares.Count; index++)
            {
                if (WeightIn(order, fillings.All[index]) is var weight and not 0) row.SetCoefficient(shares[index], weight);
            }
        }

        return broken.Length > 0;
    }
}
