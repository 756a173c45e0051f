using Learning.Plans.Constructing;

namespace Learning.Plans.Solving;

/// <summary>Between a board (which stretch) and a schedule (which minute).</summary>
internal static class Calendar
{
    /// <summary>A board as the schedule has it; what finds no place on it is left out.</summary>
    public static Board Read(Schedule schedule, Grid grid)
    {
        var board = new Board(grid);
        foreach (var piece in schedule.Planned.OrderBy(piece => schedule.SpotOf(piece.Index)!.Value.Moment))
        {
            var spot = schedule.SpotOf(piece.Index)!.Value;
            var stretch = Array.Find(grid.Stretches, stretch => stretch.Day == spot.Day && stretch.From <= spot.Start && spot.Start + piece.Minutes <= stretch.To && (stretch.Pin is null) == !grid.Pins.ContainsKey(piece.Index));
            if (stretch is null || !board.Fits(piece.Index, stretch.Index) || !board.HasRoom(piece.Index, stretch.Index)) continue;
            board.Put(piece.Index, stretch.Index);
            if (!board.InOrder(piece.Index)) board.Take(piece.Index);
        }

        board.Forget();
        return board;
    }

    /// <summary>A schedule as the board has it, minute by minute; null where it cannot be laid.</summary>
    public static Schedule? Write(Board board)
    {
        var schedule = new Schedule(board.Grid.Puzzle);
        foreach (var index in board.Grid.Pins.Keys.Concat(board.Grid.DayPins.Keys)) schedule.Fixed[index] = true;
        foreach (var stretch in board.Grid.Stretches)
        {
            Piece[] pieces = [.. board.Inside(stretch.Index).Order().Select(index => board.Grid.Puzzle.Pieces[index])];
            if (pieces.Length > 0 && !Lay(schedule, board, stretch, pieces)) return null;
        }

        return schedule;
    }

    private static bool Lay(Schedule schedule, Board board, Stretch stretch, Piece[] pieces)
    {
        if (stretch.Pin is not null) return TryPlace(schedule, pieces[0], new Spot(stretch.Day, stretch.From));
        if (Packing.Lay(board.Grid, stretch, pieces) is not { } starts) return LayAround(schedule, stretch, pieces);
        return Enumerable.Range(0, pieces.Length).OrderBy(index => starts[index]).All(index => TryPlace(schedule, pieces[index], new Spot(stretch.Day, starts[index])));
    }

    /// <summary>Leaves what stood here where it stood, and puts the rest around it.</summary>
    private static bool LayAround(Schedule schedule, Stretch stretch, Piece[] pieces)
    {
        var mark = schedule.Mark();
        foreach (var piece in pieces.OrderByDescending(piece => Stayed(piece, stretch)).ThenBy(piece => piece.Round).ThenByDescending(piece => piece.Minutes))
        {
            var (after, before) = schedule.Bounds(piece);
            if (Stayed(piece, stretch) && TryPlace(schedule, piece, piece.Previous!.Value)) continue;
            if (after < before && schedule.StartOn(piece, stretch.Day, Math.Max(after, (stretch.Day * Spot.MinutesPerDay) + stretch.From), Math.Min(before, (stretch.Day * Spot.MinutesPerDay) + stretch.To)) is { } start
                && TryPlace(schedule, piece, new Spot(stretch.Day, start))) continue;
            schedule.RollBack(mark);
            return false;
        }

        return true;
    }

    private static bool Stayed(Piece piece, Stretch stretch) => piece.Previous is { } spot && spot.Day == stretch.Day && spot.Start >= stretch.From && spot.Start + piece.Minutes <= stretch.To;

    private static bool TryPlace(Schedule schedule, Piece piece, Spot spot)
    {
        if (!schedule.Fits(piece, spot)) return false;
        schedule.Place(piece, spot);
        return true;
    }
}
