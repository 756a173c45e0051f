namespace Learning.Plans.Solving;

/// <summary>Puts columns into stretches: each piece into the fullest stretch of its bin that has room for it.</summary>
internal static class Rounding
{
    /// <summary>Lays a choice of columns, the longest first, as far as they find a place.</summary>
    public static void Lay(Board board, Columns columns, int[] chosen)
    {
        int[] order = [.. chosen.OrderByDescending(index => Stays(columns, index)).ThenByDescending(index => columns.PieceOf(columns.All[index]).Minutes).ThenBy(index => columns.Grid.Bins[columns.All[index].Bin].Period)];
        for (var any = true; any;)
        {
            any = false;
            foreach (var index in order) any |= TryLay(board, columns, index);
        }

        board.Forget();
    }

    private static bool Stays(Columns columns, int index) =>
        columns.Grid.PreviousStretch[columns.All[index].Piece] is >= 0 and var before && columns.Grid.Stretches[before].Pin is null && columns.Grid.BinOf(columns.Grid.Stretches[before]).Index == columns.All[index].Bin;

    private static bool TryLay(Board board, Columns columns, int index)
    {
        var column = columns.All[index];
        var piece = columns.PieceOf(column);
        if (board.At[piece.Index] >= 0 || board.PieceOfLesson(piece.Lesson) >= 0) return false;
        foreach (var stretch in columns.Grid.Bins[column.Bin].Stretches.Where(stretch => board.Fits(piece.Index, stretch.Index) && board.HasRoom(piece.Index, stretch.Index))
            .OrderByDescending(stretch => columns.Grid.PreviousStretch[piece.Index] == stretch.Index).ThenByDescending(stretch => board.Loaded(stretch.Index)))
        {
            board.Put(piece.Index, stretch.Index);
            if (board.InOrder(piece.Index)) return true;
            board.Take(piece.Index);
        }

        return false;
    }
}
