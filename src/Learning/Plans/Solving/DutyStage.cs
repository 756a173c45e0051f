using Learning.Plans.Constructing;

namespace Learning.Plans.Solving;

/// <summary>The first aim: what is required, and whatever comes before it, by its date. Small enough for CP-SAT to settle.</summary>
internal static class DutyStage
{
    /// <summary>The best board found, what must be lacking in any plan, and the work done.</summary>
    public static (Board Board, long Least, double Work) Run(Grid grid, Board start, SolverEffort effort, int seed)
    {
        var columns = new Columns(grid, new Limits(long.MaxValue / 4, 0), Aim.Duties);
        if (start.Lacking == columns.Impossible) return (start, start.Lacking, 0);
        grid = grid.Finer(int.MaxValue);
        columns = new Columns(grid, new Limits(long.MaxValue / 4, 0), Aim.Duties);
        var needed = Needed(columns);
        int[] chosen = [.. Enumerable.Range(0, columns.All.Length).Where(index => needed.Contains(columns.PieceOf(columns.All[index]).Lesson))];
        var assignment = new Assignment(columns, chosen);
        var (found, bound, work) = assignment.Solve(column => start.At[column.Piece] is >= 0 and var at && grid.Stretches[at].Pin is null && grid.BinOf(grid.Stretches[at]).Index == column.Bin, effort.Work, 0, seed);
        var least = bound is { } most ? Math.Max(columns.Impossible, columns.LackingAtFirst - (long)Math.Floor(most + 0.5)) : columns.Impossible;
        if (found is null || start.Lacking == least) return (start, Math.Min(least, start.Lacking), work);
        var board = new Board(start);
        Rounding.Lay(board, columns, found);
        new Wanderer(board, board.Places, 1, (ulong)seed).Wander(effort.WarmUp, 10_000);
        return (board.IsBetterThan(start) ? board : start, Math.Min(least, Math.Min(board.Lacking, start.Lacking)), work);
    }

    /// <summary>The last day on which something stands that should have stood earlier; below 0: all is in time.</summary>
    public static int LastLate(Board board) => Duties.ByLesson(board.Grid.Puzzle)
        .Select(duty => board.PieceOfLesson(duty.Key) is >= 0 and var piece && board.Grid.Stretches[board.At[piece]].Day is var day && day > duty.Value.DueDay ? day : -1).DefaultIfEmpty(-1).Max();

    /// <summary>Lessons that are required or that a person fixed to a day, and those they need.</summary>
    private static HashSet<int> Needed(Columns columns)
    {
        var puzzle = columns.Grid.Puzzle;
        var needed = new HashSet<int>();
        var waiting = new Queue<int>(puzzle.Obligations.Select(obligation => obligation.Lesson).Concat(Enumerable.Range(0, columns.Must.Length).Where(lesson => columns.Must[lesson])));
        while (waiting.TryDequeue(out var lesson))
        {
            if (!needed.Add(lesson)) continue;
            foreach (var need in puzzle.LessonPieces[lesson].SelectMany(piece => puzzle.Pieces[piece].Needs)) waiting.Enqueue(need);
        }

        return needed;
    }
}
