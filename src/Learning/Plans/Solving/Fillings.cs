namespace Learning.Plans.Solving;

/// <summary>What one stretch of a bin holds.</summary>
/// <param name="Bin">The bin.</param>
/// <param name="Columns">Indexes of columns of the bin, in order.</param>
/// <param name="Value">What they are worth together.</param>
/// <param name="Places">Which stretches of the bin can hold all of them as far as mode, length and dates go, bit by bit.</param>
internal sealed record Filling(int Bin, int[] Columns, long Value, ulong Places);

/// <summary>Fillings that prices asked for or plans held, each once.</summary>
internal sealed class Fillings
{
    /// <summary>Most stretches of a bin that are told apart.</summary>
    private const int MostTold = 63;

    private readonly Columns columns;
    private readonly Dictionary<(int Piece, int Bin), int> columnOf;
    private readonly ulong[] places;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public Fillings(Columns columns)
    {
        this.columns = columns;
        columnOf = Enumerable.Range(0, columns.All.Length).ToDictionary(index => (columns.All[index].Piece, columns.All[index].Bin));
        places = [.. columns.All.Select(PlacesOf)];
    }

    public List<Filling> All { get; } = [];

    /// <summary>Adds one that is new and that a plan can hold: no lesson twice, and a stretch there is for all of it.</summary>
    public void Add(int bin, IEnumerable<int> chosen)
    {
        int[] those = [.. chosen.Order()];
        var shared = those.Aggregate(ulong.MaxValue, (left, index) => left & places[index]);
        if (those.Length == 0 || shared == 0 || those.DistinctBy(index => columns.PieceOf(columns.All[index]).Lesson).Count() < those.Length || !known.Add(NameOf(those))) return;
        All.Add(new Filling(bin, those, those.Sum(index => columns.All[index].Value), shared));
    }

    /// <summary>Adds what the stretches of a board hold.</summary>
    public void Add(Board board)
    {
        foreach (var (bin, those) in Of(board)) Add(bin, those);
    }

    /// <summary>Those that a board holds.</summary>
    public HashSet<Filling> On(Board board)
    {
        var names = Of(board).Select(one => NameOf(one.Columns)).ToHashSet(StringComparer.Ordinal);
        return [.. All.Where(filling => names.Contains(NameOf(filling.Columns)))];
    }

    private static string NameOf(int[] those) => string.Join(',', those);

    private IEnumerable<(int Bin, int[] Columns)> Of(Board board)
    {
        foreach (var stretch in columns.Grid.Stretches.Where(stretch => stretch.Pin is null && board.Inside(stretch.Index).Count > 0))
        {
            var bin = columns.Grid.BinOf(stretch).Index;
            yield return (bin, [.. board.Inside(stretch.Index).Select(piece => columnOf.GetValueOrDefault((piece, bin), -1)).Where(index => index >= 0).Order()]);
        }
    }

    private ulong PlacesOf(Column column)
    {
        var stretches = columns.Grid.Bins[column.Bin].Stretches;
        if (stretches.Length > MostTold) return ulong.MaxValue;
        var all = 0UL;
        for (var place = 0; place < stretches.Length; place++)
        {
            if (columns.Grid.Allows(columns.PieceOf(column), stretches[place])) all |= 1UL << place;
        }

        return all;
    }
}
