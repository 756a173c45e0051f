using System.Runtime.InteropServices;
using Learning.Plans.Constructing;

namespace Learning.Plans.Solving;

/// <summary>A piece in a bin: what a choice is made of before places inside bins are chosen.</summary>
/// <param name="Piece">The piece.</param>
/// <param name="Bin">The bin.</param>
/// <param name="Value">The most it can be worth there.</param>
/// <param name="Duty">By how much it lessens what duties lack; where the lesson must be there anyway, less what it would lack if absent.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Column(int Piece, int Bin, long Value, long Duty);

/// <summary>What a plan must reach in the aims above worth.</summary>
/// <param name="Lacking">What duties may lack.</param>
/// <param name="Missing">Credit that may be missing, in thousandths of an hour.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Limits(long Lacking, long Missing);

/// <summary>Which aim is pursued, those above it being settled.</summary>
internal enum Aim
{
    /// <summary>As little lacking in what is required as can be.</summary>
    Duties,

    /// <summary>As little credit missing as can be.</summary>
    Hours,

    /// <summary>As much worth as can be, sooner better.</summary>
    Worth,
}

/// <summary>All columns of a grid that agree with the limits.</summary>
internal sealed class Columns
{
    /// <summary>What a thousandth of a missing hour costs where hours are the aim.</summary>
    public const long Hour = 100;

    private const double Tolerance = 1e-6;

    private readonly Dictionary<int, Obligation> duties;
    private readonly HashSet<int> forced;

    public Columns(Grid grid, Limits limits, Aim aim)
    {
        (Grid, Limits, Aim) = (grid, limits, aim);
        duties = Duties.ByLesson(grid.Puzzle);
        var all = Possible(grid, duties).ToArray();
        var possible = all.Select(column => grid.Puzzle.Pieces[column.Piece].Lesson).Concat(grid.Pins.Keys.Select(piece => grid.Puzzle.Pieces[piece].Lesson)).ToHashSet();
        Impossible = duties.Values.Where(obligation => !possible.Contains(obligation.Lesson)).Sum(Duties.Absent);
        var spare = limits.Lacking - Impossible;
        forced = [.. duties.Values.Where(obligation => possible.Contains(obligation.Lesson) && Duties.Absent(obligation) > spare).Select(obligation => obligation.Lesson)];
        DutyAsked = duties.Values.Where(obligation => possible.Contains(obligation.Lesson) && !forced.Contains(obligation.Lesson)).Sum(Duties.Absent) - spare;
        AllInTime = spare == 0;
        var must = grid.DayPins.Keys.Select(piece => grid.Puzzle.Pieces[piece].Lesson).ToHashSet();
        if (AllInTime)
        {
            all = [.. all.Where(column => !duties.TryGetValue(grid.Puzzle.Pieces[column.Piece].Lesson, out var duty) || column.Duty == Duties.Absent(duty))];
        }

        must.UnionWith(forced);
        all = [.. all.Select(column => IsForced(column) ? column with { Duty = column.Duty - Duties.Absent(duties[grid.Puzzle.Pieces[column.Piece].Lesson]) } : column)
            .Where(column => !IsForced(column) || -column.Duty <= spare)];

        if (aim != Aim.Worth) all = [.. all.Select(column => column with { Value = 0 })];
        Must = [.. Enumerable.Range(0, grid.Puzzle.LessonPieces.Length).Select(must.Contains)];
        All = all;
        var byBin = Enumerable.Range(0, all.Length).ToLookup(index => all[index].Bin);
        ByBin = [.. grid.Bins.Select(bin => byBin[bin.Index].ToArray())];
    }

    public Grid Grid { get; }

    public Limits Limits { get; }

    public Aim Aim { get; }

    public Column[] All { get; }

    /// <summary>Indexes of the columns of each bin.</summary>
    public int[][] ByBin { get; }

    /// <summary>Lessons that every plan within the limits holds.</summary>
    public bool[] Must { get; }

    /// <summary>Whether every duty that has a place is met in time.</summary>
    public bool AllInTime { get; }

    /// <summary>What is lacking whatever one does: duties that fit nowhere.</summary>
    public long Impossible { get; }

    /// <summary>By how much columns must lessen what duties lack.</summary>
    public long DutyAsked { get; }

    /// <summary>What would be lacking if no column were chosen, pins apart.</summary>
    public long LackingAtFirst => duties.Values.Sum(Duties.Absent) - Grid.Pins.Sum(pin => Lessened(Grid.Puzzle.Pieces[pin.Key].Lesson, pin.Value.Day));

    /// <summary>How far a board reaches in the aim.</summary>
    public long Reached(Board board) => Aim == Aim.Hours ? -Hour * board.Missing : board.Value;

    public Piece PieceOf(Column column) => Grid.Puzzle.Pieces[column.Piece];

    /// <summary>Credit towards a target that is not pinned already.</summary>
    public long Asked(int target) => Grid.Puzzle.Targets[target].Amount
        - Grid.Pins.Where(pin => Grid.Puzzle.Targets[target].Counts[pin.Key] && pin.Value.Day <= Grid.Puzzle.Targets[target].LastDay).Sum(pin => Grid.Puzzle.Pieces[pin.Key].Credit);

    /// <summary>Whether a column counts towards a target.</summary>
    public bool Counts(int target, Column column) =>
        Grid.Puzzle.Targets[target].Counts[column.Piece] && Grid.Bins[column.Bin].Period <= Grid.PeriodOf(Grid.Puzzle.Targets[target].LastDay);

    /// <summary>By how much a lesson on a day lessens what duties lack.</summary>
    public long DutyOf(int lesson, int day) => Lessened(lesson, day) - (forced.Contains(lesson) ? Duties.Absent(duties[lesson]) : 0);

    /// <summary>By the end of each period, how much of each piece is planned: pieces × periods + period.</summary>
    /// <param name="shares">Of each column.</param>
    /// <param name="by">Is written.</param>
    public void AddUp(double[] shares, double[] by)
    {
        Array.Clear(by);
        for (var index = 0; index < shares.Length; index++) by[(All[index].Piece * Grid.Periods) + Grid.Bins[All[index].Bin].Period] += shares[index];
        foreach (var (piece, spot) in Grid.Pins) by[(piece * Grid.Periods) + Grid.PeriodOf(spot.Day)] += 1;
        for (var piece = 0; piece < Grid.Puzzle.Pieces.Length; piece++)
        {
            for (var period = 1; period < Grid.Periods; period++) by[(piece * Grid.Periods) + period] += by[(piece * Grid.Periods) + period - 1];
        }
    }

    /// <summary>Orders (pairs × periods + period) that shares break: by the end of a period more of a piece is planned than of what it needs.</summary>
    public List<int> BrokenOrders(double[] shares)
    {
        var by = new double[Grid.Puzzle.Pieces.Length * Grid.Periods];
        AddUp(shares, by);
        var broken = new List<int>();
        for (var pair = 0; pair < Grid.Pairs.Length; pair++)
        {
            var (piece, lesson) = Grid.Pairs[pair];
            for (var period = 0; period < Grid.Periods; period++)
            {
                if (by[(piece * Grid.Periods) + period] > Grid.Puzzle.LessonPieces[lesson].Sum(need => by[(need * Grid.Periods) + period]) + Tolerance) broken.Add((pair * Grid.Periods) + period);
            }
        }

        return broken;
    }

    /// <summary>What a column adds to an order: 1 where it is the piece that waits, −1 where it is what is needed, by the order's period.</summary>
    public int WeightIn(int order, int index)
    {
        var column = All[index];
        if (Grid.Bins[column.Bin].Period > order % Grid.Periods) return 0;
        var (piece, lesson) = Grid.Pairs[order / Grid.Periods];
        return (column.Piece == piece ? 1 : 0) - (PieceOf(column).Lesson == lesson ? 1 : 0);
    }

    /// <summary>The most that an order's columns may add up to: what pins add to it.</summary>
    public int MostOf(int order)
    {
        var ((piece, lesson), period) = (Grid.Pairs[order / Grid.Periods], order % Grid.Periods);
        return Grid.Puzzle.LessonPieces[lesson].Sum(need => Grid.Pinned(need, period)) - Grid.Pinned(piece, period);
    }

    private bool IsForced(Column column) => forced.Contains(Grid.Puzzle.Pieces[column.Piece].Lesson);

    private long Lessened(int lesson, int day) => duties.TryGetValue(lesson, out var asked) ? Duties.Absent(asked) - Duties.Late(asked, day) : 0;

    private static IEnumerable<Column> Possible(Grid grid, Dictionary<int, Obligation> duties)
    {
        foreach (var piece in grid.Puzzle.Pieces)
        {
            foreach (var bin in grid.Bins)
            {
                var (value, duty, any) = (long.MinValue, 0L, false);
                foreach (var stretch in bin.Stretches)
                {
                    if (!grid.Allows(piece, stretch)) continue;
                    any = true;
                    value = Math.Max(value, grid.Value(piece, stretch));
                    if (duties.TryGetValue(piece.Lesson, out var asked)) duty = Math.Max(duty, Duties.Absent(asked) - Duties.Late(asked, stretch.Day));
                }

                if (any) yield return new Column(piece.Index, bin.Index, value, duty);
            }
        }
    }
}
