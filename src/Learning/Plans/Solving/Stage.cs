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

    /// <summary>The same where much comes before something else: a change takes more with it.</summary>
    private const long ChainedThreshold = 6_000;

    /// <summary>The same where hours are mended: worth wanders widely while none of the hours is given back.</summary>
    private const long MendThreshold = 50_000;

    /// <summary>How many times dearer a missing hour is where hours are mended.</summary>
    private const long MendPrice = 8;

    /// <summary>What a missing hour costs when boards that miss some are compared, in prices of the market.</summary>
    private const long NearPrice = 3;

    /// <summary>Each so many rounds the best plan is gone on from although another is being mended.</summary>
    private const int Turn = 3;

    /// <summary>What a thousandth of a missing hour weighs in squares of minutes: a tenth of an hour about as much as a full stretch of an hour.</summary>
    private const long Square = 40;

    /// <summary>Full stretches that may be given up on the way to fuller ones, in squares of minutes.</summary>
    private const long Loose = 3_000;

    /// <summary>The least that a missing thousandth of an hour weighs in local search.</summary>
    private const long Dear = 60;

    /// <summary>Rounds that begin with a dive; those after them go on from a plan there is.</summary>
    private const int Dives = 2;

    /// <summary>Rounds after which more bring no more hours.</summary>
    private const int HoursRounds = 4;

    /// <summary>The round before which plans are put together where the best is far from the bound.</summary>
    private const int MergeRound = 4;

    /// <summary>Rounds after it: more bring little.</summary>
    private const int RoundsAfter = 5;

    /// <summary>The gap above which they are.</summary>
    private const double Far = 0.02;

    /// <summary>How often what was put together is searched on.</summary>
    private const int Polishes = 2;

    /// <summary>Weeks in a period of the outline.</summary>
    private const int LongPeriod = 4;

    /// <summary>Work done by CP-SAT, in its deterministic units.</summary>
    public double Work { get; private set; }

    /// <summary>The best board found, and what no plan can exceed, in the aim's units.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="known">What is known from elsewhere that no plan can exceed.</param>
    public (Board Board, long Ceiling) Run(Board start, long known = long.MaxValue)
    {
        var market = new Market(columns, columns.Grid.IsChained ? Outline(start) : null);
        market.Trade(effort.Trades, columns.Reached(start));
        if (!columns.AllInTime || columns.Limits.Missing > 0)
        {
            Relax(market, start);
            market.Trade(effort.Trades, columns.Reached(start));
        }

        Board? near = null;
        var boards = new List<Board>();
        var (best, most) = (start, columns.Aim == Aim.Hours ? Math.Min(HoursRounds, effort.Rounds) : effort.Rounds);
        for (var round = 0; round < most && (round == 0 || Gap(market, best) > effort.Enough) && columns.Reached(best) < known; round++)
        {
            if (round == MergeRound && Merges && Gap(market, best) > Far)
            {
                best = Merge(market, best, boards);
                most = Math.Min(most, round + RoundsAfter);
            }

            var mends = round >= Dives && near is not null && (round % Turn != 0 || best.Missing > 0);
            var board = round < Dives ? new Dive(columns, market, round).Run(start) : (mends ? near! : best).Copy();
            Wander(market, board, seed + round + 1, mends);
            if (board.IsBetterThan(best)) best = board;
            if (Merges && round < MergeRound) boards.Add(board);
            near = Nearer(market, near, board, best);
        }

        return (best, (long)Math.Floor((double)market.Ceiling / Prices.Scale));
    }

    /// <summary>Where much comes before something else, the programs over fillings are too large.</summary>
    private bool Merges => columns.Aim == Aim.Worth && !columns.Grid.IsChained;

    private Board Merge(Market market, Board best, List<Board> boards)
    {
        var (merged, work) = Merging.Run(columns, market, boards, best, effort.Enough, seed);
        Work += work;
        for (var polish = 0; merged is not null && polish < Polishes && (merged.Missing > 0 || Gap(market, merged) > effort.Enough); polish++)
        {
            var board = merged.Copy();
            Wander(market, board, seed + effort.Rounds + polish + 1, mends: merged.Missing > 0);
            if (board.IsBetterThan(merged)) merged = board;
        }

        return merged?.IsBetterThan(best) == true ? merged : best;
    }

    /// <summary>Of the boards that miss hours the one to go on from: dives end near the hours, and plans that reach them by hours alone are far from worth. None where the best promises as much.</summary>
    private Board? Nearer(Market market, Board? near, Board board, Board best)
    {
        if (columns.Aim != Aim.Worth) return null;
        if (board.Lacking <= columns.Limits.Lacking && board.Missing > 0 && (near is null || Promise(market, board) > Promise(market, near))) near = board;
        return near is not null && best.Lacking <= columns.Limits.Lacking && best.Missing == 0 && Promise(market, best) >= Promise(market, near) ? null : near;
    }

    private static long Promise(Market market, Board board) => board.Value - (NearPrice * (market.Best.DearestHour / Prices.Scale) * board.Missing);

    private double Gap(Market market, Board board) => board.Lacking > columns.Limits.Lacking ? 1 : market.Gap(columns.Reached(board));

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

    private void Wander(Market market, Board board, int chance, bool mends)
    {
        var places = columns.Grid.Puzzle.Pieces.Select(_ => new List<int>()).ToArray();
        foreach (var index in Near(market, board))
        {
            var column = columns.All[index];
            places[column.Piece].AddRange(columns.Grid.Bins[column.Bin].Stretches.Where(stretch => board.Fits(column.Piece, stretch.Index)).Select(stretch => stretch.Index));
        }

        int[][] tried = [.. places.Select(some => some.ToArray())];
        if (columns.Aim == Aim.Hours) Pack(board, tried, chance);
        var price = columns.Aim == Aim.Hours ? Columns.Hour * Stride : Math.Max(Dear, 2 * market.Best.DearestHour / Prices.Scale);
        var threshold = columns.Aim == Aim.Hours ? Columns.Hour * Stride * 200 : mends ? MendThreshold : columns.Grid.IsChained ? ChainedThreshold : Threshold;
        if (mends) price *= MendPrice;
        new Wanderer(board, tried, price, (ulong)chance) { Sways = columns.Aim == Aim.Worth && !mends }.Wander(effort.Steps, threshold);
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
