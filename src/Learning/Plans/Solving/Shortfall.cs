using System.Runtime.InteropServices;
using Learning.Plans.Constructing;

namespace Learning.Plans.Solving;

/// <summary>How much credit must be missing in any plan, and how much more makes no difference. When something is learned counts for nothing here, so weeks are put together: the bins are few, and the bound is close.</summary>
/// <param name="Least">No plan that lacks as little as the limits say misses less, in thousandths of an hour.</param>
/// <param name="Forgiven">A plan that misses no more is as good as one that misses the least: a fiftieth of the credit that can be had, in whole steps of credit, decides nothing.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Shortfall(long Least, long Forgiven)
{
    private const int AllWeeks = 26;
    private const int Fiftieth = 50;

    /// <summary>Nothing must be missing.</summary>
    public static Shortfall None => default;

    /// <summary>Reckons it for plans that lack no more than a board.</summary>
    public static Shortfall Of(Grid grid, Board board, SolverEffort effort)
    {
        var columns = new Columns(grid.Coarser(AllWeeks), new Limits(board.Lacking, 0), Aim.Hours);
        var market = new Market(columns);
        market.Trade(effort.Trades, columns.Reached(board));
        using var relaxation = new Relaxation(columns, Enumerable.Range(0, columns.All.Length));
        var (prices, shares) = (Prices.Of(columns), new double[columns.All.Length]);
        if (relaxation.Solve(prices, shares)) market.Take(prices, shares);
        market.Trade(effort.Trades, columns.Reached(board));
        return InSteps(grid.Puzzle, Math.Max(0, (-(long)Math.Floor((double)market.Ceiling / Prices.Scale) + Columns.Hour - 1) / Columns.Hour));
    }

    /// <summary>Credit comes in steps, so what is missing does too.</summary>
    private static Shortfall InSteps(Puzzle puzzle, long least)
    {
        var asked = puzzle.Targets.Sum(target => target.Amount);
        var step = Math.Max(1, puzzle.Targets.Select(target => target.Amount).Concat(puzzle.Pieces.Select(piece => piece.Credit)).Aggregate(0L, Divisor));
        least = (least + step - 1) / step * step;
        return least == 0 ? None : new Shortfall(least, least + ((asked - least) / Fiftieth / step * step));
    }

    private static long Divisor(long one, long other) => other == 0 ? one : Divisor(other, one % other);
}
