namespace Learning.Plans.Solving;

/// <summary>
/// Prices of what is scarce beyond one stretch: a lesson once, hours asked, order. With any prices at all, what a plan can be worth
/// is bounded (weak duality); good prices make the bound tight. Whole numbers, so that the bound is exact on every machine.
/// </summary>
/// <param name="lessons">How many lessons.</param>
/// <param name="targets">How many targets for hours.</param>
/// <param name="orders">How many orders: pairs of a piece and a lesson it needs, times periods.</param>
internal sealed class Prices(int lessons, int targets, int orders)
{
    /// <summary>Prices are told in parts of a unit of value.</summary>
    public const long Scale = 64;

    /// <summary>Of each lesson; may be below 0 only where the lesson must be planned.</summary>
    public long[] Lessons { get; } = new long[lessons];

    /// <summary>Of a thousandth of an hour towards each target, 0 or more.</summary>
    public long[] Hours { get; } = new long[targets];

    /// <summary>Of a thousandth of an hour towards the target where it is dearest; 0 where no hours are asked.</summary>
    public long DearestHour => Hours.DefaultIfEmpty(0).Max();

    /// <summary>Of each order (pair × periods + period): that a piece stands by a period and what it needs does not; 0 or more.</summary>
    public long[] Orders { get; } = new long[orders];

    /// <summary>Of a unit of what duties lack, 0 or more; used where not all of them can be met.</summary>
    public long Duty { get; set; }

    public static Prices Of(Columns columns) => new(columns.Must.Length, columns.Grid.Puzzle.Targets.Length, columns.Grid.Pairs.Length * columns.Grid.Periods);

    /// <summary>The same prices on a grid with other periods: an order is paid for where its period ends.</summary>
    public Prices On(Grid from, Grid to)
    {
        var prices = new Prices(Lessons.Length, Hours.Length, to.Pairs.Length * to.Periods) { Duty = Duty };
        Lessons.CopyTo(prices.Lessons, 0);
        Hours.CopyTo(prices.Hours, 0);
        for (var order = 0; order < Orders.Length; order++)
            prices.Orders[(order / from.Periods * to.Periods) + to.PeriodOf(from.LastDay(order % from.Periods))] += Orders[order];
        return prices;
    }

    public void CopyFrom(Prices other)
    {
        other.Lessons.CopyTo(Lessons, 0);
        other.Hours.CopyTo(Hours, 0);
        other.Orders.CopyTo(Orders, 0);
        Duty = other.Duty;
    }
}
