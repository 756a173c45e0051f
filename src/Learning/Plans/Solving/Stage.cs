using Learning.Plans.Constructing;

namespace Learning.Plans.Solving;

/// <summary>
/// One aim, those above it settled: prices give a ceiling; dives along the prices make plans, local search makes them better and
/// goes on from the best of them, until the gap is small or the rounds are over.
/// </summary>
internal sealed class Stage(Columns columns, SolverEffort effort, int seed)
{
    private const double Some = 0.01;
    private const long Stride = 3_000;

    /// <summary>Worth that may be given up on the way to more.</summary>
    private const long Threshold = 3_000;

    /// <summary>What a thousandth of a missing hour weighs in squares of minutes: a tenth of an hour about as much as a full stretch of an hour.</summary>
    private const long Square = 40;

    /// <summary>Full stretches that may be given up on the way to fuller ones, in squares of minutes.</summary>
    private const long Loose = 3_000;

    /// <summary>The least that a missing thousandth of an hour weighs in local search.</summary>
    private const long Dear = 60;

    /// <summary>Orders that the volume algorithm settles well enough on its own.</summary>
    private const int FewPairs = 50;

    /// <summary>Rounds that begin with a dive; those after them go on from the best plan.</summary>
    private const int Dives = 2;

    /// <summary>Rounds after which more bring no more hours.</summary>
    private const int HoursRounds = 4;

    /// <summary>Weeks in a period of the outline.</summary>
    private const int LongPeriod = 4;

    /// <summary>The best board found, and what no plan can exceed, in the aim's units.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="known">What is known from elsewhere that no plan can exceed.</param>
    public (Board Board, long Ceiling) Run(Board start, long known = long.MaxValue)
    {
        var market = new Market(columns, columns.Grid.Pairs.Length > FewPairs ? Outline(start) : null);
        market.Trade(effort.Trades, columns.Reached(start));
        if (!columns.AllInTime || columns.Limits.Missing > 0)
        {
            Relax(market, start);
            market.Trade(effort.Trades, columns.Reached(start));
        }

        var (best, most) = (start, columns.Aim == Aim.Hours ? Math.Min(HoursRounds, effort.Rounds) : effort.Rounds);
        for (var round = 0; round < most && (round == 0 || Gap(market, best) > effort.Enough) && columns.Reached(best) < known; round++)
        {
            var board = round < Dives ? new Dive(columns, market, round).Run(start) : best.Copy();
            Wander(market, board, seed + round + 1);
            if (board.IsBetterThan(best)) best = board;
        }

        return (best, (long)Math.Floor((double)market.Ceiling / Prices.Scale));
    }

    private double Gap(Market market, Board board)
    {
        var ceiling = (double)market.Ceiling / Prices.Scale;
        if (board.Lacking > columns.Limits.Lacking) return 1;
        return (ceiling - columns.Reached(board)) / Math.Max(1, Math.Abs(ceiling));
    }

    /// <summary>Prices of a smaller problem, with longer periods: what comes before what weighs the same in it.</summary>
    private Prices Outline(Board start)
    {
        var small = new Columns(columns.Grid.Coarser(LongPeriod), columns.Limits, columns.Aim);
        var market = new Market(small);
        using var relaxation = new Relaxation(small, Enumerable.Range(0, small.All.Length));
        var (prices, shares) = (Prices.Of(small), new double[small.All.Length]);
        if (relaxation.Solve(prices, shares)) market.Take(prices, shares);
        market.Trade(effort.Trades / 2, columns.Reached(start));
        return market.Best.On(small.Grid, columns.Grid);
    }

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

    private void Wander(Market market, Board board, int chance)
    {
        var places = columns.Grid.Puzzle.Pieces.Select(_ => new List<int>()).ToArray();
        foreach (var index in Near(market, board))
        {
            var column = columns.All[index];
            places[column.Piece].AddRange(columns.Grid.Bins[column.Bin].Stretches.Where(stretch => board.Fits(column.Piece, stretch.Index)).Select(stretch => stretch.Index));
        }

        int[][] tried = [.. places.Select(some => some.ToArray())];
        if (columns.Aim == Aim.Hours) Pack(board, tried, chance);
        var price = columns.Aim == Aim.Hours ? Columns.Hour * Stride : Math.Max(Dear, 2 * market.Best.Hours.DefaultIfEmpty(0).Max() / Prices.Scale);
        var threshold = columns.Aim == Aim.Hours ? Columns.Hour * Stride * 200 : Threshold;
        new Wanderer(board, tried, price, (ulong)chance) { Sways = columns.Aim == Aim.Worth }.Wander(effort.Steps, threshold);
        new Refill(board, price, [.. market.Best.Hours.Select(hour => board.Missing > 0 ? price : hour / Prices.Scale)], (ulong)chance).Run(effort.Refills);
    }

    /// <summary>Takes out what brings no hours and nothing waits for, and packs what does.</summary>
    private void Pack(Board board, int[][] places, int chance)
    {
        var puzzle = columns.Grid.Puzzle;
        var needed = puzzle.Pieces.SelectMany(piece => piece.Needs).Concat(Duties.ByLesson(puzzle).Keys).ToHashSet();
        bool Matters(Piece piece) => needed.Contains(piece.Lesson) || (piece.Credit > 0 && Array.Exists(puzzle.Targets, target => target.Counts[piece.Index]));
        foreach (var piece in puzzle.Pieces.Where(piece => board.At[piece.Index] >= 0 && !board.IsFixed(piece.Index) && !Matters(piece))) board.Take(piece.Index);
        new Wanderer(board, places, Square, (ulong)chance) { Packs = true, Moves = Matters }.Wander(effort.Steps, Loose);
    }
}
