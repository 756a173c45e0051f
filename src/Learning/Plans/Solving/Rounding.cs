namespace Learning.Plans.Solving;

/// <summary>Puts columns into stretches: each piece into the fullest stretch of its bin that has room for it.</summary>
internal static class Rounding
{
    private const double Some = 0.05;

    /// <summary>Makes whole pieces of shares: what there is most of goes first.</summary>
    public static void Lay(Board board, Columns columns, double[] shares) =>
        _ = Lay(board, columns, [.. Enumerable.Range(0, shares.Length).Where(index => shares[index] > Some).OrderByDescending(index => Math.Round(shares[index], 3) + (Stays(columns, index) ? 1 : 0))
            .ThenBy(index => columns.Grid.Bins[columns.All[index].Bin].Period).ThenByDescending(index => columns.PieceOf(columns.All[index]).Minutes)], exact: false);

    /// <summary>Lays a choice of columns, the longest first; where something does not pack, gives back the columns of that bin.</summary>
    public static IReadOnlyList<int> Lay(Board board, Columns columns, int[] chosen) =>
        Lay(board, columns, [.. chosen.OrderByDescending(index => Stays(columns, index)).ThenByDescending(index => columns.PieceOf(columns.All[index]).Minutes).ThenBy(index => columns.Grid.Bins[columns.All[index].Bin].Period)], exact: true);

    private static bool Stays(Columns columns, int index) =>
        columns.Grid.PreviousStretch[columns.All[index].Piece] is >= 0 and var before && columns.Grid.Stretches[before].Pin is null && columns.Grid.BinOf(columns.Grid.Stretches[before]).Index == columns.All[index].Bin;

    private static int[] Lay(Board board, Columns columns, int[] order, bool exact)
    {
        for (var any = true; any;)
        {
            any = false;
            foreach (var index in order) any |= TryLay(board, columns, index);
        }

        board.Forget();
        if (!exact) return [];
        var left = order.Where(index => board.At[columns.All[index].Piece] < 0).Select(index => columns.All[index].Bin).Take(1).ToArray();
        return left.Length == 0 ? [] : [.. order.Where(index => columns.All[index].Bin == left[0])];
    }

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
