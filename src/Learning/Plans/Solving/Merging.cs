namespace Learning.Plans.Solving;

/// <summary>
/// Puts plans together: of the fillings that boards held and prices asked for, those are chosen that go together best. Where nearly all time goes into hours,
/// search does not find them piece by piece (as routes are in vehicle routing: Rochat and Taillard, 1995).
/// </summary>
internal static class Merging
{
    /// <summary>Steps in which the market asks for fillings.</summary>
    private const int Trades = 200;

    /// <summary>Times the master program asks for more.</summary>
    private const int Rounds = 8;

    /// <summary>The share of all worth by which a filling may be too dear.</summary>
    private const double Span = 0.02;

    /// <summary>The gap, among the fillings there are, below which it is good enough.</summary>
    private const double Close = 0.004;

    /// <summary>Work allowed to CP-SAT, in its deterministic units.</summary>
    private const double Work = 0.5;

    /// <summary>A board of its own, null where no choice was found or the market now proves that none is wanted; and the work done.</summary>
    /// <param name="columns">Of what fillings are made.</param>
    /// <param name="market">Its prices, which become better on the way.</param>
    /// <param name="boards">Those so far.</param>
    /// <param name="best">The best board so far.</param>
    /// <param name="enough">The gap below which it is good enough.</param>
    /// <param name="seed">Chance.</param>
    public static (Board? Board, double Work) Run(Columns columns, Market market, List<Board> boards, Board best, double enough, int seed)
    {
        var fillings = new Fillings(columns);
        foreach (var board in boards.Append(best)) fillings.Add(board);
        market.Keep(fillings);
        market.Trade(Trades, columns.Reached(best));
        using var master = new Master(columns, fillings);
        if (!master.Solve(market, Rounds) || market.Gap(columns.Reached(best)) <= enough) return (null, 0);
        var mine = fillings.On(best);
        Filling[] near = [.. fillings.All.Where((filling, index) => mine.Contains(filling) || master.Loss(index) <= Span * master.Value)];
        var (chosen, work) = new Choice(columns, near).Solve(mine, Work, Close, seed);
        if (chosen is null) return (null, work);
        var merged = new Board(best);
        new Laying(merged, columns, chosen, market.Best.DearestHour / Prices.Scale).Run();
        return (merged, work);
    }
}
