using Google.OrTools.LinearSolver;

namespace Learning.Plans.Solving;

/// <summary>
/// The choice of bins with parts of pieces allowed (a linear program, GLOP). It begins with some columns and adds what has a positive
/// reduced cost; orders are added as they are broken. Its prices sharpen the market's, its shares say where to look.
/// </summary>
internal sealed class Relaxation : IDisposable
{
    private const int ColumnRounds = 5;
    private const int OrderRounds = 5;
    private const int MostAtOnce = 600;
    private const double Tolerance = 1e-6;
    private readonly Columns columns;
    private readonly Grid grid;
    private readonly Solver solver = Solver.CreateSolver("GLOP");
    private readonly Objective objective;
    private readonly Variable?[] shares;
    private readonly Constraint[] lessons;
    private readonly Constraint[] hours;
    private readonly Constraint? duty;
    private readonly Constraint[][] rooms;
    private readonly Constraint[]?[] dayRooms;
    private readonly int[] kindOfBin;
    private readonly Dictionary<int, Constraint> orders = [];
    private readonly List<int>[] ofPiece;

    /// <summary>A program that begins with the chosen columns (indexes).</summary>
    public Relaxation(Columns columns, IEnumerable<int> chosen)
    {
        (this.columns, grid) = (columns, columns.Grid);
        objective = solver.Objective();
        objective.SetMaximization();
        shares = new Variable?[columns.All.Length];
        ofPiece = [.. grid.Puzzle.Pieces.Select(_ => new List<int>())];
        var pinned = grid.Pins.Keys.Select(piece => grid.Puzzle.Pieces[piece].Lesson).ToHashSet();
        lessons = [.. columns.Must.Select((must, lesson) => solver.MakeConstraint(must && !pinned.Contains(lesson) ? 1 : double.NegativeInfinity, pinned.Contains(lesson) ? 0 : 1))];
        rooms = [.. grid.Bins.Select(bin => Rows(bin.Room, bin.Count))];
        dayRooms = [.. grid.DayKinds.Select(kind => kind.IsCapped && kind.PerDay > 1 ? Rows(kind.Room, kind.Days) : null)];
        kindOfBin = new int[grid.Bins.Length];
        for (var kind = 0; kind < grid.DayKinds.Length; kind++)
        {
            foreach (var bin in grid.DayKinds[kind].Bins) kindOfBin[bin.Index] = kind;
        }

        hours = AskHours();
        duty = columns.AllInTime ? null : solver.MakeConstraint(columns.DutyAsked, double.PositiveInfinity);
        foreach (var column in chosen) Add(column);
    }

    /// <summary>Solves; false where not even parts of pieces can meet the limits.</summary>
    public bool Solve(Prices prices, double[] all)
    {
        for (var round = 0; ; round++)
        {
            if (!SolveInOrder()) return false;
            Read(prices, all);
            if (round == ColumnRounds || !AddPromising(prices)) return true;
        }
    }

    public void Dispose() => solver.Dispose();

    private Constraint[] Rows(int room, int count) =>
        [.. Enumerable.Range(1, Rooms.Parts).Select(parts => solver.MakeConstraint(double.NegativeInfinity, Rooms.Most(room, count, parts)))];

    private void Add(int index)
    {
        var column = columns.All[index];
        var (piece, bin) = (columns.PieceOf(column), grid.Bins[column.Bin]);
        var share = shares[index] = solver.MakeNumVar(0, double.PositiveInfinity, "");
        objective.SetCoefficient(share, column.Value);
        lessons[piece.Lesson].SetCoefficient(share, 1);
        Weigh(rooms[bin.Index], share, piece.Minutes, bin.Room);
        if (dayRooms[kindOfBin[bin.Index]] is { } day) Weigh(day, share, piece.Minutes, grid.DayKinds[kindOfBin[bin.Index]].Room);
        for (var target = 0; target < hours.Length; target++)
        {
            if (columns.Counts(target, column)) hours[target].SetCoefficient(share, piece.Credit);
        }

        if (column.Duty != 0) duty?.SetCoefficient(share, column.Duty);
        ofPiece[piece.Index].Add(index);
        foreach (var (order, row) in orders)
        {
            if (columns.WeightIn(order, index) is var weight and not 0) row.SetCoefficient(share, weight);
        }
    }

    private static void Weigh(Constraint[] rows, Variable share, int minutes, int room)
    {
        for (var parts = 1; parts <= rows.Length; parts++)
        {
            if (Rooms.Weight(minutes, room, parts) is var weight and > 0) rows[parts - 1].SetCoefficient(share, weight);
        }
    }

    private Constraint[] AskHours()
    {
        var rows = Enumerable.Range(0, grid.Puzzle.Targets.Length).Select(target => solver.MakeConstraint(columns.Asked(target), double.PositiveInfinity)).ToArray();
        if (columns.Aim == Aim.Worth && columns.Limits.Missing == 0) return rows;
        var budget = solver.MakeConstraint(double.NegativeInfinity, columns.Aim == Aim.Hours ? double.PositiveInfinity : columns.Limits.Missing);
        foreach (var row in rows)
        {
            var slack = solver.MakeNumVar(0, double.PositiveInfinity, "");
            row.SetCoefficient(slack, 1);
            budget.SetCoefficient(slack, 1);
            if (columns.Aim == Aim.Hours) objective.SetCoefficient(slack, -Columns.Hour);
        }

        return rows;
    }

    private bool SolveInOrder()
    {
        for (var round = 0; ; round++)
        {
            if (solver.Solve() != Solver.ResultStatus.OPTIMAL) return false;
            if (round == OrderRounds || !AddBrokenOrders()) return true;
        }
    }

    private void Read(Prices prices, double[] all)
    {
        Duals.Read(columns, prices, lessons, hours, orders, duty);
        Shares(all);
    }

    private void Shares(double[] all)
    {
        for (var index = 0; index < all.Length; index++) all[index] = shares[index]?.SolutionValue() ?? 0;
    }

    /// <summary>Adds columns that would bring more than they pay for.</summary>
    private bool AddPromising(Prices prices)
    {
        var ceiling = new Ceiling(columns);
        ceiling.Shift(prices);
        var roomPrices = rooms.Select(Paid).ToArray();
        var dayPrices = dayRooms.Select(rows => rows is null ? null : Paid(rows)).ToArray();
        var promising = new List<(int Index, double Gain)>();
        for (var index = 0; index < shares.Length; index++)
        {
            if (shares[index] is not null) continue;
            var column = columns.All[index];
            var (minutes, bin, kind) = (columns.PieceOf(column).Minutes, grid.Bins[column.Bin], kindOfBin[column.Bin]);
            var gain = (ceiling.Profit(column, prices) / (double)Prices.Scale) - Cost(roomPrices[bin.Index], minutes, bin.Room)
                - (dayPrices[kind] is { } day ? Cost(day, minutes, grid.DayKinds[kind].Room) : 0);
            if (gain > Tolerance + (column.Value / 2000.0)) promising.Add((index, gain));
        }

        foreach (var (index, _) in promising.OrderByDescending(one => Math.Round(one.Gain, 3)).ThenBy(one => one.Index).Take(MostAtOnce)) Add(index);
        return promising.Count > 0;
    }

    private static double[] Paid(Constraint[] rows) => [.. rows.Select(row => row.DualValue())];

    private static double Cost(double[] prices, int minutes, int room)
    {
        var cost = 0.0;
        for (var parts = 1; parts <= prices.Length; parts++) cost += prices[parts - 1] * Rooms.Weight(minutes, room, parts);
        return cost;
    }

    private bool AddBrokenOrders()
    {
        var used = new double[shares.Length];
        Shares(used);
        int[] broken = [.. columns.BrokenOrders(used).Where(order => !orders.ContainsKey(order))];
        foreach (var order in broken) AddOrder(order);
        return broken.Length > 0;
    }

    private void AddOrder(int order)
    {
        var (piece, lesson) = grid.Pairs[order / grid.Periods];
        var needs = grid.Puzzle.LessonPieces[lesson];
        var row = orders[order] = solver.MakeConstraint(double.NegativeInfinity, columns.MostOf(order));
        foreach (var index in needs.Append(piece).SelectMany(one => ofPiece[one]).Distinct())
        {
            if (columns.WeightIn(order, index) is var weight and not 0) row.SetCoefficient(shares[index]!, weight);
        }
    }
}
