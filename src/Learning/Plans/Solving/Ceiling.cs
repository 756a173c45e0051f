namespace Learning.Plans.Solving;

/// <summary>
/// What a plan can be worth at most, given prices: each stretch is filled as well as it alone could be, against the prices
/// (a knapsack, solved exactly). Whatever the prices, no plan within the limits is worth more.
/// </summary>
internal sealed class Ceiling
{
    private readonly Columns columns;
    private readonly Grid grid;
    private readonly long[] shift;
    private readonly Knapsack sack = new();
    private readonly Dictionary<int, (int Column, int Minutes, long Profit)> ofDay = [];
    private readonly List<(int Column, int Times)> uses = [];

    public Ceiling(Columns columns)
    {
        this.columns = columns;
        grid = columns.Grid;
        shift = new long[grid.Puzzle.Pieces.Length * grid.Periods];
        Uses = new int[columns.All.Length];
    }

    /// <summary>How many stretches of each bin are still to be filled; null: all.</summary>
    public int[]? Open { get; init; }

    /// <summary>Lessons that have their place already.</summary>
    public bool[]? Placed { get; init; }

    /// <summary>Where fillings are kept; null: nowhere.</summary>
    public Fillings? Kept { get; set; }

    /// <summary>How often the fillings use each column.</summary>
    public int[] Uses { get; }

    /// <summary>The bound, in parts of a unit of value (<see cref="Prices.Scale"/>).</summary>
    public long Of(Prices prices)
    {
        Array.Clear(Uses);
        Shift(prices);
        var total = prices.Lessons.Sum() + FixedPart(prices);
        foreach (var kind in grid.DayKinds)
        {
            uses.Clear();
            var apart = 0L;
            foreach (var bin in kind.Bins)
            {
                var count = Open?[bin.Index] ?? bin.Count;
                if (count == 0) continue;
                Gather(bin, prices);
                apart += count * sack.Fill(bin.Room);
                foreach (var column in sack.Chosen) uses.Add((column, count));
                Kept?.Add(bin.Index, sack.Chosen);
            }

            if (kind.IsCapped && kind.PerDay > 1)
            {
                GatherDay(kind, prices);
                var days = Open is null ? kind.Days : kind.Bins.Max(bin => (Open[bin.Index] + bin.PerDay - 1) / bin.PerDay);
                var day = days * sack.Fill(kind.Room);
                if (day < apart)
                {
                    apart = day;
                    uses.Clear();
                    foreach (var column in sack.Chosen) uses.Add((column, days));
                }
            }

            total += apart;
            foreach (var (column, times) in uses) Uses[column] += times;
        }

        return total;
    }

    /// <summary>What a column brings against the prices, before it pays for its minutes.</summary>
    public long Profit(Column column, Prices prices) =>
        (Prices.Scale * column.Value) + shift[(column.Piece * grid.Periods) + grid.Bins[column.Bin].Period]
        - prices.Lessons[columns.PieceOf(column).Lesson] + (columns.AllInTime ? 0 : prices.Duty * column.Duty);

    /// <summary>What does not depend on choices: hours asked, hours that may be missing, pins.</summary>
    private long FixedPart(Prices prices)
    {
        var targets = grid.Puzzle.Targets;
        var total = 0L;
        for (var target = 0; target < targets.Length; target++) total -= prices.Hours[target] * targets[target].Amount;
        if (columns.Aim == Aim.Worth) total += columns.Limits.Missing * prices.DearestHour;
        if (!columns.AllInTime) total -= prices.Duty * columns.DutyAsked;
        foreach (var (index, spot) in grid.Pins)
        {
            var piece = grid.Puzzle.Pieces[index];
            total += (Prices.Scale * grid.Value(piece, Array.Find(grid.Stretches, stretch => stretch.Pin == piece)!))
                + shift[(index * grid.Periods) + grid.PeriodOf(spot.Day)] - prices.Lessons[piece.Lesson];
            if (!columns.AllInTime) total += prices.Duty * columns.DutyOf(piece.Lesson, spot.Day);
        }

        return total;
    }

    /// <summary>Reckons what orders and hours add to each piece in each period.</summary>
    public void Shift(Prices prices)
    {
        Array.Clear(shift);
        for (var pair = 0; pair < grid.Pairs.Length; pair++)
        {
            var (piece, lesson) = grid.Pairs[pair];
            var sum = 0L;
            for (var period = grid.Periods - 1; period >= 0; period--)
            {
                sum += prices.Orders[(pair * grid.Periods) + period];
                if (sum == 0) continue;
                shift[(piece * grid.Periods) + period] -= sum;
                foreach (var need in grid.Puzzle.LessonPieces[lesson]) shift[(need * grid.Periods) + period] += sum;
            }
        }

        for (var target = 0; target < prices.Hours.Length; target++)
        {
            var (price, asked) = (prices.Hours[target], grid.Puzzle.Targets[target]);
            if (price == 0) continue;
            var last = grid.PeriodOf(asked.LastDay);
            foreach (var piece in grid.Puzzle.Pieces)
            {
                if (!asked.Counts[piece.Index]) continue;
                for (var period = 0; period <= last; period++) shift[(piece.Index * grid.Periods) + period] += price * piece.Credit;
            }
        }
    }

    private void Gather(Bin bin, Prices prices)
    {
        sack.Things.Clear();
        foreach (var index in columns.ByBin[bin.Index])
        {
            if (Placed is { } placed && placed[columns.PieceOf(columns.All[index]).Lesson]) continue;
            var profit = Profit(columns.All[index], prices);
            if (profit > 0) sack.Things.Add((index, columns.PieceOf(columns.All[index]).Minutes, profit));
        }
    }

    private void GatherDay(DayKind kind, Prices prices)
    {
        ofDay.Clear();
        foreach (var index in kind.Bins.SelectMany(bin => columns.ByBin[bin.Index]))
        {
            var column = columns.All[index];
            if (Placed is { } placed && placed[columns.PieceOf(column).Lesson]) continue;
            var profit = Profit(column, prices);
            if (profit > 0 && (!ofDay.TryGetValue(column.Piece, out var had) || profit > had.Profit)) ofDay[column.Piece] = (index, columns.PieceOf(column).Minutes, profit);
        }

        sack.Things.Clear();
        sack.Things.AddRange(ofDay.Values);
    }
}
