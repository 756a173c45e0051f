namespace Learning.Plans.Solving;

/// <summary>
/// Finds good prices (the volume algorithm of Barahona and Anbil, 2000: subgradients whose fillings are averaged). The lowest
/// ceiling it sees is the bound; the averaged fillings are shares of pieces, close to the linear program's.
/// </summary>
internal sealed class Market
{
    private const double Blend = 0.05;
    private const int Patience = 6;
    private readonly Columns columns;
    private readonly Grid grid;
    private readonly Ceiling ceiling;
    private readonly Prices best;
    private readonly Prices tried;
    private readonly double[] by;
    private readonly Slope slope;

    public Market(Columns columns, Prices? opening = null)
    {
        (this.columns, grid) = (columns, columns.Grid);
        ceiling = new Ceiling(columns);
        best = opening ?? Opening.Of(columns);
        tried = Prices.Of(columns);
        Shares = new double[columns.All.Length];
        by = new double[grid.Puzzle.Pieces.Length * grid.Periods];
        slope = new Slope(columns);
        Ceiling = ceiling.Of(best);
        for (var index = 0; index < Shares.Length; index++) Shares[index] = ceiling.Uses[index];
    }

    /// <summary>Shares of each column.</summary>
    public double[] Shares { get; }

    /// <summary>The lowest ceiling, in parts of a unit of value.</summary>
    public long Ceiling { get; private set; }

    /// <summary>The prices that prove it.</summary>
    public Prices Best => best;

    /// <summary>How far a value is below the ceiling, as a share of it.</summary>
    public double Gap(long value)
    {
        var most = (double)Ceiling / Prices.Scale;
        return (most - value) / Math.Max(1, Math.Abs(most));
    }

    /// <summary>From now on keeps the fillings that prices ask for.</summary>
    public void Keep(Fillings fillings) => ceiling.Kept = fillings;

    /// <summary>Takes prices from elsewhere where they prove more.</summary>
    public bool Take(Prices prices, double[] shares)
    {
        var now = ceiling.Of(prices);
        if (now >= Ceiling) return false;
        Ceiling = now;
        best.CopyFrom(prices);
        for (var index = 0; index < shares.Length; index++) Shares[index] = (0.8 * shares[index]) + (0.2 * ceiling.Uses[index]);
        return true;
    }

    /// <summary>Trades for some steps; stops when the ceiling meets the floor.</summary>
    public void Trade(int steps, long floor)
    {
        var (pace, idle) = (1.0, 0);
        for (var step = 0; step < steps && Ceiling > floor * Prices.Scale; step++)
        {
            var aim = Math.Max(floor * Prices.Scale, Ceiling - (Math.Max(Math.Abs(Ceiling), Math.Abs(floor * Prices.Scale)) / 100));
            slope.Turn(Shares, best);
            if (slope.Square < 1e-9) break;
            slope.Walk(best, tried, pace * (Ceiling - aim) / slope.Square);
            var now = ceiling.Of(tried);
            for (var index = 0; index < Shares.Length; index++) Shares[index] += Blend * (ceiling.Uses[index] - Shares[index]);
            if (now < Ceiling)
            {
                if (Ceiling - now > Ceiling / 200_000) idle = 0;
                Ceiling = now;
                best.CopyFrom(tried);
                pace = Math.Min(2, pace * 1.05);
            }

            if (++idle <= Patience) continue;
            (pace, idle) = (pace * 0.66, 0);
            if (pace < 0.005) break;
        }
    }
}
