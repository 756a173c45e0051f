using Learning.Plans.Constructing;

namespace Learning.Plans.Solving;

/// <summary>Which piece stands in which stretch. Every change can be taken back; sums are kept as one goes.</summary>
internal sealed class Board
{
    private readonly Grid grid;
    private readonly Piece[] pieces;
    private readonly bool[] fits;
    private readonly long[] values;
    private readonly int[] load;
    private readonly int[] dayLoad;
    private readonly List<int>[] inside;
    private readonly int[] lessonPiece;
    private readonly long[] credit;
    private readonly Obligation?[] duty;
    private readonly List<(int Piece, int Before)> journal = [];
    private long missing;

    public Board(Grid grid)
    {
        this.grid = grid;
        pieces = grid.Puzzle.Pieces;
        var stretches = grid.Stretches;
        At = [.. Enumerable.Repeat(-1, pieces.Length)];
        fits = new bool[pieces.Length * stretches.Length];
        values = new long[fits.Length];
        Places = new int[pieces.Length][];
        foreach (var piece in pieces)
        {
            foreach (var stretch in stretches)
            {
                fits[Cell(piece.Index, stretch.Index)] = grid.Allows(piece, stretch);
                values[Cell(piece.Index, stretch.Index)] = grid.Value(piece, stretch);
            }

            Places[piece.Index] = [.. stretches.Where(stretch => fits[Cell(piece.Index, stretch.Index)]).Select(stretch => stretch.Index)];
        }

        load = new int[stretches.Length];
        dayLoad = new int[grid.Puzzle.Days];
        inside = [.. stretches.Select(_ => new List<int>())];
        lessonPiece = [.. Enumerable.Repeat(-1, grid.Puzzle.LessonPieces.Length)];
        credit = new long[grid.Puzzle.Targets.Length];
        missing = grid.Puzzle.Targets.Sum(target => target.Amount);
        duty = new Obligation?[lessonPiece.Length];
        foreach (var (lesson, obligation) in Duties.ByLesson(grid.Puzzle)) duty[lesson] = obligation;
        Lacking = duty.Sum(obligation => obligation is { } asked ? Duties.Absent(asked) : 0);
    }

    /// <summary>An empty board of the same grid, with what a person fixed where it stands on the other.</summary>
    public Board(Board like)
    {
        (grid, pieces, fits, values, duty, Places) = (like.grid, like.pieces, like.fits, like.values, like.duty, like.Places);
        At = [.. Enumerable.Repeat(-1, pieces.Length)];
        load = new int[like.load.Length];
        dayLoad = new int[like.dayLoad.Length];
        inside = [.. like.inside.Select(_ => new List<int>())];
        lessonPiece = [.. Enumerable.Repeat(-1, like.lessonPiece.Length)];
        credit = new long[like.credit.Length];
        Forgiven = like.Forgiven;
        missing = grid.Puzzle.Targets.Sum(target => target.Amount);
        Lacking = duty.Sum(obligation => obligation is { } asked ? Duties.Absent(asked) : 0);
        foreach (var index in grid.Pins.Keys.Concat(grid.DayPins.Keys).Order()) Put(index, like.At[index]);
        Forget();
    }

    public Grid Grid => grid;

    /// <summary>Another board that stands as this one does.</summary>
    public Board Copy()
    {
        var copy = new Board(this);
        for (var piece = 0; piece < At.Length; piece++)
        {
            if (At[piece] >= 0 && copy.At[piece] < 0) copy.Put(piece, At[piece]);
        }

        copy.Forget();
        return copy;
    }

    /// <summary>The stretch of each piece; −1: none.</summary>
    public int[] At { get; }

    /// <summary>Stretches in which each piece may stand.</summary>
    public int[][] Places { get; }

    /// <summary>What required lessons lack.</summary>
    public long Lacking { get; private set; }

    /// <summary>Credit missing beyond what is forgiven, in thousandths of an hour.</summary>
    public long Missing => Math.Max(0, missing - Forgiven);

    /// <summary>Credit that may be missing because so much, or nearly so much, must be.</summary>
    public long Forgiven { get; set; }

    /// <summary>What the pieces are worth where they stand.</summary>
    public long Value { get; private set; }

    /// <summary>The squares of the minutes laid in each stretch, added up: of two boards with as much in them, more is free in one piece where this is higher.</summary>
    public long Fullness { get; private set; }

    public int Loaded(int stretch) => load[stretch];

    public int DayLoad(int day) => dayLoad[day];

    public List<int> Inside(int stretch) => inside[stretch];

    public int PieceOfLesson(int lesson) => lessonPiece[lesson];

    public bool Fits(int piece, int stretch) => fits[Cell(piece, stretch)];

    public long ValueAt(int piece, int stretch) => values[Cell(piece, stretch)];

    /// <summary>Whether it is better than another, aim by aim.</summary>
    public bool IsBetterThan(Board other) =>
        Lacking != other.Lacking ? Lacking < other.Lacking : Missing != other.Missing ? Missing < other.Missing : Value > other.Value;

    /// <summary>Whether a person fixed the piece.</summary>
    public bool IsFixed(int piece) => grid.IsFixed(piece);

    public bool HasRoom(int piece, int stretch)
    {
        var minutes = pieces[piece].Minutes;
        if (load[stretch] + minutes > grid.Minutes[stretch]) return false;
        var place = grid.Stretches[stretch];
        if (dayLoad[place.Day] + minutes > grid.DayRoom[place.Day] && place.Pin is null) return false;
        return grid.IsEven(stretch) || place.Pin is not null || Packing.Fits(this, stretch, piece);
    }

    public int Mark() => journal.Count;

    public void Forget() => journal.Clear();

    public void RollBack(int mark)
    {
        while (journal.Count > mark)
        {
            var (piece, before) = journal[^1];
            journal.RemoveAt(journal.Count - 1);
            Move(piece, before);
        }
    }

    public void Put(int piece, int stretch)
    {
        journal.Add((piece, At[piece]));
        Move(piece, stretch);
    }

    public void Take(int piece) => Put(piece, -1);

    /// <summary>Whether what a piece needs stands before it, and it stands before what needs it.</summary>
    public bool InOrder(int index)
    {
        if (At[index] >= 0 && !HasNeeds(index)) return false;
        foreach (var dependent in grid.Puzzle.NeededBy[pieces[index].Lesson])
        {
            if (At[dependent] >= 0 && !HasNeeds(dependent)) return false;
        }

        return true;
    }

    /// <summary>Whether all that a piece needs stands before it.</summary>
    public bool HasNeeds(int index)
    {
        foreach (var lesson in pieces[index].Needs)
        {
            var need = lessonPiece[lesson];
            if (need < 0 || !Precedes(need, index)) return false;
        }

        return true;
    }

    /// <summary>In one stretch the order of rounds is kept, so no circle can close; where modes have windows of their own it is not tried.</summary>
    public bool Precedes(int need, int dependent) => At[need] < At[dependent]
        || (At[need] == At[dependent] && (grid.IsEven(At[need]) ? pieces[need].Round < pieces[dependent].Round
            : grid.Stays(need, At[need]) && grid.Stays(dependent, At[need]) && pieces[need].Previous!.Value.Start < pieces[dependent].Previous!.Value.Start));

    private int Cell(int piece, int stretch) => (piece * grid.Stretches.Length) + stretch;

    private void Move(int index, int stretch)
    {
        var piece = pieces[index];
        var lesson = piece.Lesson;
        var obligation = duty[lesson];
        if (At[index] is var old and >= 0)
        {
            inside[old].Remove(index);
            Count(piece, grid.Stretches[old], -1);
            Value -= values[Cell(index, old)];
            if (lessonPiece[lesson] == index) lessonPiece[lesson] = -1;
            if (obligation is { } duty) Lacking += Duties.Absent(duty) - Duties.Late(duty, grid.Stretches[old].Day);
        }

        At[index] = stretch;
        if (stretch < 0) return;
        inside[stretch].Add(index);
        Count(piece, grid.Stretches[stretch], 1);
        Value += values[Cell(index, stretch)];
        lessonPiece[lesson] = index;
        if (obligation is { } asked) Lacking -= Duties.Absent(asked) - Duties.Late(asked, grid.Stretches[stretch].Day);
    }

    private void Count(Piece piece, Stretch stretch, int sign)
    {
        Fullness -= (long)load[stretch.Index] * load[stretch.Index];
        load[stretch.Index] += sign * piece.Minutes;
        Fullness += (long)load[stretch.Index] * load[stretch.Index];
        if (stretch.Pin is null) dayLoad[stretch.Day] += sign * piece.Minutes;
        if (piece.Credit == 0) return;
        for (var index = 0; index < credit.Length; index++)
        {
            var target = grid.Puzzle.Targets[index];
            if (!target.Counts[piece.Index] || stretch.Day > target.LastDay) continue;
            missing -= Math.Max(0, target.Amount - credit[index]);
            credit[index] += sign * piece.Credit;
            missing += Math.Max(0, target.Amount - credit[index]);
        }
    }
}
