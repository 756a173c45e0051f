namespace Learning.Plans.Solving;

/// <summary>How much credit must be missing in any plan. When something is learned makes no difference here, so weeks are put together: the bins are few, and the bound is close.</summary>
internal static class Shortfall
{
    private const int AllWeeks = 26;

    /// <summary>No plan that lacks as little as the limits say misses less, in thousandths of an hour.</summary>
    public static long Least(Grid grid, Board board, SolverEffort effort)
    {
        var columns = new Columns(grid.Coarser(AllWeeks), new Limits(board.Lacking, 0), Aim.Hours);
        var market = new Market(columns);
        market.Trade(effort.Trades, columns.Reached(board));
        using var relaxation = new Relaxation(columns, Enumerable.Range(0, columns.All.Length));
        var (prices, shares) = (Prices.Of(columns), new double[columns.All.Length]);
        if (relaxation.Solve(prices, shares)) market.Take(prices, shares);
        market.Trade(effort.Trades, columns.Reached(board));
        return InSteps(grid, -(long)Math.Floor((double)market.Ceiling / Prices.Scale));
    }

    /// <summary>Credit comes in steps, so what is missing does too.</summary>
    private static long InSteps(Grid grid, long reached)
    {
        var step = grid.Puzzle.Targets.Select(target => target.Amount).Concat(grid.Puzzle.Pieces.Select(piece => piece.Credit)).Aggregate(0L, Divisor);
        var least = Math.Max(0, (reached + Columns.Hour - 1) / Columns.Hour);
        return step == 0 ? least : (least + step - 1) / step * step;
    }

    private static long Divisor(long one, long other) => other == 0 ? one : Divisor(other, one % other);
}
