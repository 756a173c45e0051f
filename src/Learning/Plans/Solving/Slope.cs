namespace Learning.Plans.Solving;

/// <summary>In which direction prices should change: up where something is used more often than it may be, down where less.</summary>
internal sealed class Slope
{
    private readonly Columns columns;
    private readonly Grid grid;
    private readonly double[] lessons;
    private readonly double[] hours;
    private readonly double[] orders;
    private readonly double[] by;

    public Slope(Columns columns)
    {
        (this.columns, grid) = (columns, columns.Grid);
        lessons = new double[columns.Must.Length];
        hours = new double[grid.Puzzle.Targets.Length];
        orders = new double[grid.Pairs.Length * grid.Periods];
        by = new double[grid.Puzzle.Pieces.Length * grid.Periods];
    }

    /// <summary>Sum of squares of the direction.</summary>
    public double Square { get; private set; }

    public void Turn(double[] shares, Prices prices)
    {
        Square = 0;
        columns.AddUp(shares, by);
        for (var lesson = 0; lesson < lessons.Length; lesson++)
        {
            var used = -1.0;
            foreach (var piece in grid.Puzzle.LessonPieces[lesson]) used += By(piece, grid.Periods - 1);
            lessons[lesson] = Kept(used, columns.Must[lesson] || prices.Lessons[lesson] > 0);
        }

        for (var target = 0; target < hours.Length; target++)
        {
            var asked = grid.Puzzle.Targets[target];
            var had = 0.0;
            if (grid.PeriodOf(asked.LastDay) is var last and >= 0)
            {
                foreach (var piece in grid.Puzzle.Pieces)
                {
                    if (asked.Counts[piece.Index]) had += piece.Credit * By(piece.Index, last);
                }
            }

            hours[target] = Kept((asked.Amount - (columns.Aim == Aim.Worth ? columns.Limits.Missing : 0) - had) / 1000, prices.Hours[target] > 0);
        }

        for (var pair = 0; pair < grid.Pairs.Length; pair++)
        {
            var (piece, lesson) = grid.Pairs[pair];
            for (var period = 0; period < grid.Periods; period++)
            {
                var over = By(piece, period);
                foreach (var need in grid.Puzzle.LessonPieces[lesson]) over -= By(need, period);
                orders[(pair * grid.Periods) + period] = Kept(over, prices.Orders[(pair * grid.Periods) + period] > 0);
            }
        }
    }

    public void Walk(Prices from, Prices to, double step)
    {
        for (var lesson = 0; lesson < lessons.Length; lesson++)
        {
            var moved = from.Lessons[lesson] + (long)Math.Round(step * lessons[lesson]);
            to.Lessons[lesson] = columns.Must[lesson] ? moved : Math.Max(0, moved);
        }

        var most = columns.Aim == Aim.Hours ? Columns.Hour * Prices.Scale : long.MaxValue;
        for (var target = 0; target < hours.Length; target++) to.Hours[target] = Math.Clamp(from.Hours[target] + (long)Math.Round(step * hours[target] / 1000), 0, most);
        for (var order = 0; order < orders.Length; order++) to.Orders[order] = Math.Max(0, from.Orders[order] + (long)Math.Round(step * orders[order]));
        to.Duty = from.Duty;
    }

    private double Kept(double direction, bool mayFall)
    {
        if (!mayFall && direction < 0) return 0;
        Square += direction * direction;
        return direction;
    }

    private double By(int piece, int period) => by[(piece * grid.Periods) + period];
}
