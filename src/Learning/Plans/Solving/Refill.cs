using System.Numerics;
using System.Runtime.InteropServices;
using Learning.Plans.Constructing;

namespace Learning.Plans.Solving;

/// <summary>
/// Empties two stretches of a board and fills them again as well as they can be from what was in them and what stands nowhere
/// (exactly: a knapsack with two rooms). What others wait for stays in, and what is needed must stand before. A change that makes
/// the board worse is taken back.
/// </summary>
/// <param name="board">The board.</param>
/// <param name="price">What a missing thousandth of an hour weighs when a change is judged, in units of value.</param>
/// <param name="hourPrices">What a thousandth of an hour towards each target weighs when stretches are filled.</param>
/// <param name="seed">Chance.</param>
internal sealed class Refill(Board board, long price, long[] hourPrices, ulong seed)
{
    /// <summary>More than all that two stretches can hold.</summary>
    private const long Dear = 1L << 52;

    private readonly Grid grid = board.Grid;
    private readonly Dice dice = new(seed);
    private readonly List<Thing> things = [];
    private readonly List<(int Piece, int At)> before = [];
    private readonly Dictionary<int, Obligation> duties = Duties.ByLesson(board.Grid.Puzzle);
    private long[] rows = [];

    /// <summary>Fills pairs of stretches by chance until so much work is done, counted in cells of the knapsacks.</summary>
    public void Run(long work)
    {
        int[] stretches = [.. grid.Stretches.Where(stretch => stretch.Pin is null && grid.IsEven(stretch.Index) && grid.DayRoom[stretch.Day] > 0).Select(stretch => stretch.Index)];
        if (stretches.Length < 2) return;
        while (work > 0)
        {
            var (one, other) = (stretches[dice.Below(stretches.Length)], stretches[dice.Below(stretches.Length)]);
            if (one != other) work -= Fill(Math.Min(one, other), Math.Max(one, other));
            work -= 1_000;
        }

        board.Forget();
    }

    /// <summary>Fills two stretches, the earlier first; says how much work that was.</summary>
    private long Fill(int early, int late)
    {
        var sameDay = grid.Stretches[early].Day == grid.Stretches[late].Day;
        if (sameDay && grid.DayRoom[grid.Stretches[early].Day] < int.MaxValue) return 0;
        var (lacking, missing, value) = (board.Lacking, board.Missing, board.Value);
        board.Forget();
        Empty(early, late);
        Gather(early, late);
        var (first, second) = (Room(early), Room(late));
        var work = (long)(things.Count + 1) * (first + 1) * (second + 1);
        Lay(early, late, first, second);
        if (IsWorse(lacking, missing, value) || !before.TrueForAll(one => board.InOrder(one.Piece))) board.RollBack(0);
        return work;
    }

    private bool IsWorse(long lacking, long missing, long value) =>
        board.Lacking != lacking ? board.Lacking > lacking : board.Value - (price * board.Missing) < value - (price * missing);

    /// <summary>Takes out what nothing beside it in these stretches waits for.</summary>
    private void Empty(int early, int late)
    {
        before.Clear();
        foreach (var stretch in (ReadOnlySpan<int>)[early, late])
        {
            foreach (var piece in board.Inside(stretch))
            {
                if (!board.IsFixed(piece) && !IsAwaited(piece, early, late)) before.Add((piece, stretch));
            }
        }

        foreach (var (piece, _) in before) board.Take(piece);
    }

    private bool IsAwaited(int piece, int early, int late)
    {
        foreach (var dependent in grid.Puzzle.NeededBy[grid.Puzzle.Pieces[piece].Lesson])
        {
            if (board.At[dependent] == early || board.At[dependent] == late) return true;
        }

        return false;
    }

    private int Room(int stretch)
    {
        var place = grid.Stretches[stretch];
        return (int)Math.Min(place.Minutes - board.Loaded(stretch), grid.DayRoom[place.Day] - (long)board.DayLoad(place.Day));
    }

    private void Gather(int early, int late)
    {
        things.Clear();
        foreach (var (piece, at) in before)
        {
            var must = IsNeeded(piece) || duties.ContainsKey(grid.Puzzle.Pieces[piece].Lesson) ? Dear : 0;
            Add(piece, early, late, must, at);
        }

        foreach (var piece in grid.Puzzle.Pieces)
        {
            if (board.At[piece.Index] < 0 && board.PieceOfLesson(piece.Lesson) < 0 && !before.Exists(one => grid.Puzzle.Pieces[one.Piece].Lesson == piece.Lesson)) Add(piece.Index, early, late, 0, -1);
        }
    }

    private bool IsNeeded(int piece)
    {
        foreach (var dependent in grid.Puzzle.NeededBy[grid.Puzzle.Pieces[piece].Lesson])
        {
            if (board.At[dependent] >= 0) return true;
        }

        return false;
    }

    private void Add(int piece, int early, int late, long must, int at)
    {
        var (first, second) = (Profit(piece, early, at), Profit(piece, late, at));
        if (first <= 0 && second <= 0) return;
        things.Add(new Thing(piece, grid.Puzzle.Pieces[piece].Minutes, first > 0 ? first + must : 0, second > 0 ? second + must : 0));
    }

    /// <summary>What a piece brings in a stretch; 0 where it may not stand there.</summary>
    private long Profit(int index, int stretch, int at)
    {
        if (!board.Fits(index, stretch) || !MayStand(index, stretch)) return 0;
        var piece = grid.Puzzle.Pieces[index];
        if (stretch != at && duties.TryGetValue(piece.Lesson, out var duty) && at >= 0 && Duties.Late(duty, grid.Stretches[stretch].Day) > Duties.Late(duty, grid.Stretches[at].Day)) return 0;
        var profit = board.ValueAt(index, stretch);
        for (var target = 0; target < hourPrices.Length; target++)
        {
            if (grid.Puzzle.Targets[target].Counts[index] && grid.Stretches[stretch].Day <= grid.Puzzle.Targets[target].LastDay) profit += hourPrices[target] * piece.Credit;
        }

        return profit;
    }

    private bool MayStand(int index, int stretch)
    {
        var piece = grid.Puzzle.Pieces[index];
        foreach (var lesson in piece.Needs)
        {
            var need = board.PieceOfLesson(lesson);
            if (need < 0 || board.At[need] > stretch || (board.At[need] == stretch && grid.Puzzle.Pieces[need].Round >= piece.Round)) return false;
        }

        foreach (var dependent in grid.Puzzle.NeededBy[piece.Lesson])
        {
            if (board.At[dependent] is >= 0 and var at && (at < stretch || (at == stretch && piece.Round >= grid.Puzzle.Pieces[dependent].Round) || (at == stretch && !grid.IsEven(at)))) return false;
        }

        return true;
    }

    private void Lay(int early, int late, int first, int second)
    {
        var width = second + 1;
        var size = (first + 1) * width;
        if (rows.Length < (things.Count + 1) * size) rows = new long[(things.Count + 1) * size];
        Array.Clear(rows, 0, size);
        for (var number = 0; number < things.Count; number++) Next(rows.AsSpan(number * size, size), rows.AsSpan((number + 1) * size, size), things[number], first, width);
        var (left, right) = (first, second);
        for (var number = things.Count; number > 0; number--)
        {
            var had = rows.AsSpan((number - 1) * size, size);
            var thing = things[number - 1];
            var best = rows[(number * size) + (left * width) + right];
            if (best == had[(left * width) + right]) continue;
            if (board.PieceOfLesson(grid.Puzzle.Pieces[thing.Piece].Lesson) >= 0) continue;
            if (thing.Early > 0 && left >= thing.Minutes && best == had[((left - thing.Minutes) * width) + right] + thing.Early)
            {
                board.Put(thing.Piece, early);
                left -= thing.Minutes;
            }
            else
            {
                board.Put(thing.Piece, late);
                right -= thing.Minutes;
            }
        }
    }

    private static void Next(ReadOnlySpan<long> had, Span<long> now, Thing thing, int first, int width)
    {
        had.CopyTo(now);
        if (thing.Late > 0 && thing.Minutes < width)
        {
            for (var left = 0; left <= first; left++) Raise(had.Slice(left * width, width - thing.Minutes), now.Slice((left * width) + thing.Minutes, width - thing.Minutes), thing.Late);
        }

        if (thing.Early > 0 && thing.Minutes <= first) Raise(had[..((first - thing.Minutes + 1) * width)], now[(thing.Minutes * width)..], thing.Early);
    }

    private static void Raise(ReadOnlySpan<long> from, Span<long> to, long profit)
    {
        var (at, more) = (0, new Vector<long>(profit));
        for (; at <= to.Length - Vector<long>.Count; at += Vector<long>.Count) Vector.Max(new Vector<long>(to[at..]), new Vector<long>(from[at..]) + more).CopyTo(to[at..]);
        for (; at < to.Length; at++) to[at] = Math.Max(to[at], from[at] + profit);
    }

    /// <summary>A piece that may go in: what it brings in the earlier and in the later stretch, 0 where it may not stand.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Thing(int Piece, int Minutes, long Early, long Late);
}
