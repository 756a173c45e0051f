namespace Learning.Plans.Solving;

/// <summary>Spreads what is planned over the days of each week where nothing is lost by it.</summary>
internal static class Evening
{
    private const int Rounds = 3;

    public static void Spread(Board board)
    {
        var grid = board.Grid;
        for (var round = 0; round < Rounds; round++)
        {
            var any = false;
            foreach (var piece in grid.Puzzle.Pieces.Where(piece => board.At[piece.Index] >= 0 && !board.IsFixed(piece.Index))) any |= TryMove(board, piece.Index, piece.Minutes);
            if (!any) break;
        }

        board.Forget();
    }

    private static bool TryMove(Board board, int piece, int minutes)
    {
        var from = board.Grid.Stretches[board.At[piece]];
        foreach (var index in board.Places[piece])
        {
            var to = board.Grid.Stretches[index];
            if (to.Day / 7 != from.Day / 7 || board.DayLoad(to.Day) + minutes >= board.DayLoad(from.Day) || !board.HasRoom(piece, index)) continue;
            var (lacking, missing, value) = (board.Lacking, board.Missing, board.Value);
            var mark = board.Mark();
            board.Put(piece, index);
            if (board.InOrder(piece) && board.Lacking <= lacking && board.Missing <= missing && board.Value >= value) return true;
            board.RollBack(mark);
        }

        return false;
    }
}
