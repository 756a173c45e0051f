using Learning.Plans.Constructing;

namespace Learning.Plans.Solving;

/// <summary>
/// Makes a plan of prices: stretch after stretch, in order of time, is filled as well as it can be against the prices with what is
/// left and has what it needs; after each, prices adapt to what remains.
/// </summary>
internal sealed class Dive
{
    private const double Blend = 0.1;

    /// <summary>Size at which prices may take all steps: knapsacks, minutes times columns.</summary>
    private const long Usual = 200_000;

    /// <summary>How many steps prices take after each stretch, and how long they are: one dive differs from the next.</summary>
    private static readonly (int Steps, double Pace)[] Ways = [(4, 0.05), (4, 0.02), (8, 0.04), (4, 0.1), (10, 0.02), (3, 0.08)];
    private readonly (int Steps, double Pace) way;
    private readonly Columns columns;
    private readonly Grid grid;
    private readonly Prices prices;
    private readonly Ceiling ceiling;
    private readonly Slope slope;
    private readonly double[] shares;
    private readonly double[] laid;
    private readonly double[] both;
    private readonly int[] open;
    private readonly bool[] placed;
    private readonly Knapsack sack = new();
    private readonly double steps;
    private double owed;

    public Dive(Columns columns, Market market, int round)
    {
        (this.columns, grid) = (columns, columns.Grid);
        prices = Prices.Of(columns);
        prices.CopyFrom(market.Best);
        open = [.. grid.Bins.Select(bin => bin.Count)];
        placed = new bool[columns.Must.Length];
        ceiling = new Ceiling(columns) { Open = open, Placed = placed };
        slope = new Slope(columns);
        shares = (double[])market.Shares.Clone();
        (laid, both) = (new double[shares.Length], new double[shares.Length]);
        way = Ways[round % Ways.Length];
        var cost = grid.Bins.Sum(bin => (long)bin.Room * columns.ByBin[bin.Index].Length);
        steps = Math.Min(1, Usual / Math.Max(1.0, cost)) * way.Steps;
    }

    /// <summary>A board of its own, with what a person fixed.</summary>
    public Board Run(Board like)
    {
        var board = new Board(like);
        for (var piece = 0; piece < board.At.Length; piece++)
        {
            if (board.At[piece] >= 0) placed[grid.Puzzle.Pieces[piece].Lesson] = true;
        }

        foreach (var stretch in grid.Stretches)
        {
            if (stretch.Pin is not null || grid.DayRoom[stretch.Day] <= 0) continue;
            var bin = grid.BinOf(stretch);
            while (Fill(board, bin, stretch)) continue;
            Close(bin);
            Adapt();
        }

        board.Forget();
        return board;
    }

    private bool Fill(Board board, Bin bin, Stretch stretch)
    {
        ceiling.Shift(prices);
        sack.Things.Clear();
        foreach (var index in columns.ByBin[bin.Index])
        {
            var column = columns.All[index];
            var piece = columns.PieceOf(column);
            if (placed[piece.Lesson] || !board.Fits(piece.Index, stretch.Index) || !HasNeeds(board, piece, stretch)) continue;
            var profit = ceiling.Profit(column, prices) + (Prices.Scale * (columns.Aim == Aim.Worth ? board.ValueAt(piece.Index, stretch.Index) - column.Value : 0));
            if (profit > 0) sack.Things.Add((index, piece.Minutes, profit));
        }

        var room = Math.Min(bin.Room, Math.Min(stretch.Minutes - board.Loaded(stretch.Index), grid.DayRoom[stretch.Day] - board.DayLoad(stretch.Day)));
        var any = false;
        sack.Fill(room);
        foreach (var index in sack.Chosen)
        {
            var column = columns.All[index];
            var piece = columns.PieceOf(column);
            if (placed[piece.Lesson] || !board.HasRoom(piece.Index, stretch.Index)) continue;
            board.Put(piece.Index, stretch.Index);
            placed[piece.Lesson] = true;
            laid[index] = 1;
            any = true;
        }

        return any;
    }

    private bool HasNeeds(Board board, Piece piece, Stretch stretch)
    {
        foreach (var lesson in piece.Needs)
        {
            var need = board.PieceOfLesson(lesson);
            if (need < 0 || (board.At[need] == stretch.Index && !grid.IsEven(stretch.Index))) return false;
        }

        return true;
    }

    /// <summary>One stretch less to fill.</summary>
    private void Close(Bin bin)
    {
        var before = open[bin.Index]--;
        foreach (var index in columns.ByBin[bin.Index]) shares[index] = shares[index] * open[bin.Index] / before;
        for (var index = 0; index < shares.Length; index++)
        {
            if (placed[columns.PieceOf(columns.All[index]).Lesson]) shares[index] = 0;
        }
    }

    private void Adapt()
    {
        for (owed += steps; owed >= 1; owed--)
        {
            var now = ceiling.Of(prices);
            for (var index = 0; index < shares.Length; index++)
            {
                shares[index] += Blend * (ceiling.Uses[index] - shares[index]);
                both[index] = shares[index] + laid[index];
            }

            slope.Turn(both, prices);
            if (slope.Square < 1e-6) return;
            slope.Walk(prices, prices, way.Pace * (Math.Abs(now) / 100) / slope.Square);
        }
    }
}
