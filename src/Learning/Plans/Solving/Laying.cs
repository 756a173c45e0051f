namespace Learning.Plans.Solving;

/// <summary>Puts fillings into stretches of their bins: period after period, in the order in which most of what they hold finds its place.</summary>
/// <param name="board">An empty board.</param>
/// <param name="columns">Of what the fillings are.</param>
/// <param name="chosen">The fillings.</param>
/// <param name="price">What a thousandth of an hour weighs.</param>
internal sealed class Laying(Board board, Columns columns, Filling[] chosen, long price)
{
    /// <summary>Most ways looked at in one period.</summary>
    private const int MostTries = 3_000;
    private readonly Dictionary<int, List<Filling>> waiting = chosen.GroupBy(filling => filling.Bin).ToDictionary(group => group.Key, group => group.ToList());
    private Stretch[] stretches = [];
    private int[] at = [];
    private long best;
    private long atMost;
    private int tries;

    /// <summary>Lays them as far as they find a place.</summary>
    public void Run()
    {
        foreach (var period in columns.Grid.Stretches.Where(stretch => stretch.Pin is null && columns.Grid.DayRoom[stretch.Day] > 0).GroupBy(stretch => columns.Grid.PeriodOf(stretch.Day)))
        {
            stretches = [.. period.Where(stretch => waiting.ContainsKey(columns.Grid.BinOf(stretch).Index))];
            at = [];
            (best, tries) = (-1, 0);
            atMost = stretches.Select(stretch => columns.Grid.BinOf(stretch).Index).Distinct().Sum(bin => waiting[bin].Sum(Worth));
            Try(new int[stretches.Length], 0, 0, 0);
            for (var place = 0; place < at.Length; place++)
            {
                if (at[place] >= 0) Put(waiting[columns.Grid.BinOf(stretches[place]).Index][at[place]], stretches[place].Index);
            }

            board.Forget();
        }
    }

    /// <summary>Tries every filling in the next stretch, and none where some stretch stays empty.</summary>
    private void Try(int[] chosenAt, int place, long worth, long lost)
    {
        if (atMost - lost <= best || tries++ > MostTries) return;
        if (place == stretches.Length)
        {
            if (worth > best) (best, at) = (worth, (int[])chosenAt.Clone());
            return;
        }

        var stretch = stretches[place];
        var bin = columns.Grid.BinOf(stretch).Index;
        var options = waiting[bin].Select((filling, index) => (Filling: filling, Index: index))
            .Where(option => !Enumerable.Range(0, place).Any(before => chosenAt[before] == option.Index && columns.Grid.BinOf(stretches[before]).Index == bin))
            .Select(option =>
            {
                var mark = board.Mark();
                var put = Put(option.Filling, stretch.Index);
                board.RollBack(mark);
                return (option.Filling, option.Index, Put: put, Lost: Worth(option.Filling) - put);
            }).OrderBy(option => option.Lost).ThenBy(option => option.Index).ToList();
        foreach (var option in options)
        {
            var mark = board.Mark();
            chosenAt[place] = option.Index;
            Put(option.Filling, stretch.Index);
            Try(chosenAt, place + 1, worth + option.Put, lost + option.Lost);
            board.RollBack(mark);
            if (atMost - lost <= best) return;
        }

        var later = Enumerable.Range(place, stretches.Length - place).Count(one => columns.Grid.BinOf(stretches[one]).Index == bin);
        if (options.Count >= later) return;
        chosenAt[place] = -1;
        Try(chosenAt, place + 1, worth, lost);
    }

    private long Worth(Filling filling) => filling.Value + (price * filling.Columns.Sum(index => (long)columns.PieceOf(columns.All[index]).Credit));

    /// <summary>Puts in what finds its place; says what that weighs.</summary>
    private long Put(Filling filling, int stretch)
    {
        var weight = 0L;
        foreach (var index in filling.Columns.OrderBy(index => columns.PieceOf(columns.All[index]).Round))
        {
            var piece = columns.PieceOf(columns.All[index]);
            if (board.At[piece.Index] >= 0 || board.PieceOfLesson(piece.Lesson) >= 0 || !board.Fits(piece.Index, stretch) || !board.HasRoom(piece.Index, stretch)) continue;
            board.Put(piece.Index, stretch);
            if (board.InOrder(piece.Index)) weight += columns.All[index].Value + (price * piece.Credit);
            else board.Take(piece.Index);
        }

        return weight;
    }
}
