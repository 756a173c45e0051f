using Learning.Plans.Constructing;

namespace Learning.Plans.Solving;

/// <summary>
/// Local search over a board: puts, moves, exchanges and ejects, with what a piece needs before it, and takes a step back now and
/// then (threshold accepting, whole numbers only, so that no machine rounds differently). Ends with the best board it saw.
/// </summary>
/// <param name="board">The board.</param>
/// <param name="places">Where each piece is tried.</param>
/// <param name="hourPrice">What a thousandth of a missing hour weighs on the way, at first; in the end none may be missing that was there.</param>
/// <param name="seed">Chance.</param>
internal sealed class Wanderer(Board board, int[][] places, long hourPrice, ulong seed)
{
    private const int MostOut = 3;
    private const int MostTouched = 7;

    /// <summary>Steps after which the price of a missing hour is looked at again.</summary>
    private const int Review = 300;

    /// <summary>How far it may rise above what it was at first.</summary>
    private const int MostDear = 16;
    private const int Rare = 8;

    /// <summary>How often another place is drawn where one lies before what a piece needs or after what waits for it.</summary>
    private const int Draws = 4;
    private readonly Dice dice = new(seed);
    private readonly List<int> touched = [];
    private readonly List<int> candidates = [];
    private readonly Grid grid = board.Grid;
    private readonly long atFirst = hourPrice;
    private long price = hourPrice;

    /// <summary>Whether the price of a missing hour rises while hours are missing and falls while none are: near what can just be had the right one is not known, and the way leads along both sides of the edge (strategic oscillation; Glover, 1989).</summary>
    public bool Sways { get; init; }

    /// <summary>Whether full stretches are sought instead of worth: what little is free stays in one piece, where something may go.</summary>
    public bool Packs { get; init; }

    /// <summary>Which pieces are moved; null: all that may be.</summary>
    public Func<Piece, bool>? Moves { get; init; }

    /// <summary>Wanders for a number of steps from a threshold down to none.</summary>
    public void Wander(int steps, long threshold)
    {
        var movable = Enumerable.Range(0, board.At.Length).Where(piece => board.Places[piece].Length > 0 && !board.IsFixed(piece) && Moves?.Invoke(grid.Puzzle.Pieces[piece]) != false).ToArray();
        if (movable.Length == 0) return;
        var best = (At: (int[])board.At.Clone(), board.Lacking, board.Missing, board.Value);
        for (var step = 0; step < steps; step++)
        {
            if (Sways && step % Review == 0) Sway();
            var piece = movable[dice.Below(movable.Length)];
            var from = places[piece].Length == 0 || dice.Below(Rare) == 0 ? board.Places[piece] : places[piece];
            var (lacking, worth) = (board.Lacking, Worth);
            board.Forget();
            touched.Clear();
            var allowed = threshold * (steps - step) / steps * dice.Below(1024) / 1024;
            if (!Try(piece, Draw(piece, from)) || board.Lacking > lacking || (board.Lacking == lacking && Worth < worth - allowed))
            {
                board.RollBack(0);
                continue;
            }

            if (IsBetter(best.Lacking, best.Missing, best.Value)) best = ((int[])board.At.Clone(), board.Lacking, board.Missing, board.Value);
        }

        Restore(best.At);
    }

    private long Worth => (Packs ? board.Fullness : board.Value) - (price * board.Missing);

    private void Sway() => price = board.Missing > 0 ? Math.Min(atFirst * MostDear, price + (price / 10) + 1) : Math.Max(atFirst / 2, price - (price / 20));

    private bool IsBetter(long lacking, long missing, long value) =>
        board.Lacking != lacking ? board.Lacking < lacking : board.Missing != missing ? board.Missing < missing : board.Value > value;

    private void Restore(int[] at)
    {
        for (var piece = 0; piece < at.Length; piece++)
        {
            if (board.At[piece] >= 0 && board.At[piece] != at[piece]) board.Take(piece);
        }

        for (var piece = 0; piece < at.Length; piece++)
        {
            if (at[piece] >= 0 && board.At[piece] < 0) board.Put(piece, at[piece]);
        }

        board.Forget();
    }

    /// <summary>One of the places. Where much comes before something else, a place out of order would drag too much along: most such moves come to nothing.</summary>
    private int Draw(int piece, int[] from)
    {
        var place = from[dice.Below(from.Length)];
        if (!grid.IsChained) return place;
        var (first, last) = Between(piece);
        for (var draw = 0; draw < Draws && (place < first || place > last); draw++) place = from[dice.Below(from.Length)];
        return place;
    }

    /// <summary>The last stretch in which something stands that a piece needs, and the first in which something waits for it.</summary>
    private (int First, int Last) Between(int index)
    {
        var (first, last) = (0, int.MaxValue);
        foreach (var lesson in grid.Puzzle.Pieces[index].Needs)
        {
            if (board.PieceOfLesson(lesson) is >= 0 and var need) first = Math.Max(first, board.At[need]);
        }

        foreach (var dependent in grid.Puzzle.NeededBy[grid.Puzzle.Pieces[index].Lesson])
        {
            if (board.At[dependent] is >= 0 and var at) last = Math.Min(last, at);
        }

        return (first, last);
    }

    private bool Try(int piece, int stretch)
    {
        var from = board.At[piece];
        if (from == stretch) return false;
        var twin = board.PieceOfLesson(grid.Puzzle.Pieces[piece].Lesson);
        if (from >= 0) board.Take(piece);
        else if (twin >= 0)
        {
            if (board.IsFixed(twin)) return false;
            Out(twin);
        }

        if (!PutIn(piece, stretch)) return false;
        for (var index = 0; index < touched.Count; index++) PutBack(touched[index], from);
        touched.Add(piece);
        return Mend();
    }

    /// <summary>Puts a piece into a stretch and takes out what is in the way.</summary>
    private bool PutIn(int piece, int stretch)
    {
        var ejected = 0;
        while (!board.HasRoom(piece, stretch))
        {
            if (++ejected > MostOut || !Eject(stretch)) return false;
        }

        board.Put(piece, stretch);
        return true;
    }

    private void Out(int piece)
    {
        board.Take(piece);
        touched.Add(piece);
    }

    private bool Eject(int stretch)
    {
        candidates.Clear();
        foreach (var inside in board.Inside(stretch))
        {
            if (!board.IsFixed(inside)) candidates.Add(inside);
        }

        if (candidates.Count == 0) return false;
        Out(candidates[dice.Below(candidates.Count)]);
        return true;
    }

    /// <summary>What was taken out goes where the piece came from, or anywhere with room.</summary>
    private void PutBack(int other, int from)
    {
        if (board.At[other] >= 0 || board.PieceOfLesson(grid.Puzzle.Pieces[other].Lesson) >= 0) return;
        if (from >= 0 && board.Fits(other, from) && board.HasRoom(other, from)) board.Put(other, from);
        else PutAnywhere(other, int.MaxValue);
    }

    private bool PutAnywhere(int piece, int latest)
    {
        var all = board.Places[piece];
        if (all.Length == 0) return false;
        var start = dice.Below(all.Length);
        for (var turn = 0; turn < all.Length; turn++)
        {
            var place = all[start + turn < all.Length ? start + turn : start + turn - all.Length];
            if (place > latest || !board.HasRoom(piece, place)) continue;
            board.Put(piece, place);
            return true;
        }

        return false;
    }

    /// <summary>Brings in what is needed earlier, and takes out what lost what it needs.</summary>
    private bool Mend()
    {
        for (var index = 0; index < touched.Count; index++)
        {
            if (touched.Count > MostTouched) return false;
            var piece = touched[index];
            if (board.At[piece] >= 0 && !BringNeeds(piece))
            {
                if (board.IsFixed(piece)) return false;
                if (board.At[piece] >= 0) board.Take(piece);
            }

            foreach (var dependent in grid.Puzzle.NeededBy[grid.Puzzle.Pieces[piece].Lesson])
            {
                if (board.At[dependent] < 0 || board.HasNeeds(dependent)) continue;
                if (board.IsFixed(dependent)) return false;
                Out(dependent);
            }
        }

        foreach (var piece in touched)
        {
            if (!board.InOrder(piece)) return false;
        }

        return true;
    }

    private bool BringNeeds(int index)
    {
        var piece = grid.Puzzle.Pieces[index];
        foreach (var lesson in piece.Needs)
        {
            if (board.At[index] < 0) return true;
            var need = board.PieceOfLesson(lesson);
            if (need >= 0 && board.Precedes(need, index)) continue;
            if (need >= 0)
            {
                if (board.IsFixed(need)) return false;
                Out(need);
            }
            else
            {
                var twins = grid.Puzzle.LessonPieces[lesson];
                need = twins[dice.Below(twins.Length)];
                touched.Add(need);
            }

            if (!PutEarlier(need, index)) return false;
        }

        return true;
    }

    /// <summary>Somewhere before a piece: where there is room, else where something must go.</summary>
    private bool PutEarlier(int need, int dependent)
    {
        var pieces = grid.Puzzle.Pieces;
        var latest = board.At[dependent] - (pieces[need].Round < pieces[dependent].Round && grid.IsEven(board.At[dependent]) ? 0 : 1);
        var all = board.Places[need];
        var count = 0;
        while (count < all.Length && all[count] <= latest) count++;
        if (count == 0) return false;
        return dice.Below(2) == 0 && PutAnywhere(need, latest) || PutIn(need, all[dice.Below(count)]);
    }
}
