namespace Learning.Plans.Solving;

/// <summary>Prices to begin with: minutes cost what the last piece that still fits brings, and a lesson what it is worth beyond its minutes.</summary>
internal static class Opening
{
    public static Prices Of(Columns columns)
    {
        var prices = Prices.Of(columns);
        var grid = columns.Grid;
        var most = new long[grid.Puzzle.Pieces.Length];
        if (columns.Aim == Aim.Hours) Array.Fill(prices.Hours, Columns.Hour * Prices.Scale);
        foreach (var column in columns.All)
        {
            var credit = columns.Aim == Aim.Hours ? Enumerable.Range(0, prices.Hours.Length).Count(target => columns.Counts(target, column)) * Columns.Hour * columns.PieceOf(column).Credit : 0;
            most[column.Piece] = Math.Max(most[column.Piece], column.Value + credit);
        }

        var left = grid.DayKinds.Sum(kind => (long)kind.Days * Math.Min(kind.Room, kind.Bins.Sum(bin => bin.Room * bin.PerDay)));
        var ratio = 0L;
        foreach (var piece in grid.Puzzle.Pieces.Where(piece => most[piece.Index] > 0).OrderByDescending(piece => most[piece.Index] * 1000 / piece.Minutes))
        {
            left -= piece.Minutes;
            if (left < 0)
            {
                ratio = most[piece.Index] * 1000 / piece.Minutes;
                break;
            }
        }

        foreach (var piece in grid.Puzzle.Pieces)
            prices.Lessons[piece.Lesson] = Math.Max(prices.Lessons[piece.Lesson], Prices.Scale * (most[piece.Index] - (ratio * piece.Minutes / 1000)) * 95 / 100);
        return prices;
    }
}
