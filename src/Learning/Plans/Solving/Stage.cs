namespace Learning.Plans.Solving;

/// <summary>
/// One aim, those above it settled: prices give a ceiling and say where to look; the relaxation's shares are made whole, local search
/// and CP-SAT improve on them.
/// </summary>
internal sealed class Stage(Columns columns, SolverEffort effort, int seed)
{
    private const double Some = 0.01;
    private const long Stride = 6_000;

    /// <summary>Work done by CP-SAT.</summary>
    public double Work { get; private set; }

    /// <summary>The best board found, and what no plan can exceed, in the aim's units.</summary>
    public (Board Board, long Ceiling) Run(Board start)
    {
        var market = new Market(columns);
        market.Trade(effort.Trades, columns.Reached(start));
        Relax(market, start);
        market.Trade(effort.Trades, columns.Reached(start));
        var best = Search(market, start);
        best = Assign(market, best);
        return (best, (long)Math.Floor((double)market.Ceiling / Prices.Scale));
    }

    private double Gap(Market market, Board board) =>
        (((double)market.Ceiling / Prices.Scale) - columns.Reached(board)) / Math.Max(1, Math.Abs((double)market.Ceiling / Prices.Scale));

    private void Relax(Market market, Board start)
    {
        using var relaxation = new Relaxation(columns, Near(market, start));
        var (prices, shares) = (Prices.Of(columns), new double[columns.All.Length]);
        if (relaxation.Solve(prices, shares)) market.Take(prices, shares);
    }

    /// <summary>Columns of which the market wants some, and those in use.</summary>
    private IEnumerable<int> Near(Market market, Board board) =>
        Enumerable.Range(0, columns.All.Length).Where(index => market.Shares[index] > Some || IsUsed(board, columns.All[index]));

    private bool IsUsed(Board board, Column column) =>
        board.At[column.Piece] is >= 0 and var at && columns.Grid.Stretches[at].Pin is null && columns.Grid.BinOf(columns.Grid.Stretches[at]).Index == column.Bin;

    private Board Search(Market market, Board start)
    {
        var rounded = new Board(start);
        Rounding.Lay(rounded, columns, market.Shares);
        var best = Wander(market, rounded, seed + 1);
        return best.IsBetterThan(start) ? best : start;
    }

    private Board Wander(Market market, Board board, int chance)
    {
        var places = columns.Grid.Puzzle.Pieces.Select(_ => new List<int>()).ToArray();
        foreach (var index in Near(market, board))
        {
            var column = columns.All[index];
            places[column.Piece].AddRange(columns.Grid.Bins[column.Bin].Stretches.Where(stretch => board.Fits(column.Piece, stretch.Index)).Select(stretch => stretch.Index));
        }

        var price = columns.Aim == Aim.Hours ? Columns.Hour * Stride : 1 + (2 * market.Best.Hours.DefaultIfEmpty(0).Max() / Prices.Scale);
        var threshold = columns.Aim == Aim.Hours ? Columns.Hour * Stride * 200 : Stride;
        new Wanderer(board, [.. places.Select(some => some.ToArray())], price, (ulong)chance).Wander(effort.Steps, threshold);
        return board;
    }

    private Board Assign(Market market, Board best)
    {
        int[] near = [.. Near(market, best)];
        if (Gap(market, best) <= effort.Enough || near.Length > effort.MostColumns) return best;
        var assignment = new Assignment(columns, near);
        for (var round = 0; round < effort.Rounds; round++)
        {
            var hint = best;
            var (chosen, _, work) = assignment.Solve(column => IsUsed(hint, column), effort.Work, effort.Enough, seed);
            Work += work;
            if (chosen is null) return best;
            var board = new Board(best);
            var left = Rounding.Lay(board, columns, chosen);
            var packed = left.Count == 0;
            new Wanderer(board, board.Places, columns.Aim == Aim.Hours ? Columns.Hour * Stride : 1 + (2 * market.Best.Hours.DefaultIfEmpty(0).Max() / Prices.Scale), (ulong)seed).Wander(effort.Steps / 5, Stride / 10);
            if (board.IsBetterThan(best)) best = board;
            if (packed) return best;
            assignment.Cut(left);
        }

        return best;
    }
}
