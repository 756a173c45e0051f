using Learning.Plans.Constructing;

namespace Learning.Plans.Solving;

/// <summary>Where pieces may stand: stretches, gathered in bins by period and kind, and what a piece is worth in each.</summary>
internal sealed class Grid
{
    /// <summary>A week later costs a hundredth of what a piece is worth: worths are told in hundredths.</summary>
    public const int Hundred = 100;

    public const long Kept = 100 * Hundred;
    public const long Stayed = 150 * Hundred;

    private readonly int[] binOf;
    private readonly int[] periodOfDay;
    private readonly (int First, int Last)[] days;

    public Grid(Puzzle puzzle, IReadOnlyDictionary<int, Spot> pins, IReadOnlyDictionary<int, int> dayPins)
    {
        Puzzle = puzzle;
        Pins = pins;
        DayPins = dayPins;
        Stretches = Solving.Stretches.Of(puzzle, pins);
        DayRoom = [.. Enumerable.Range(0, puzzle.Days).Select(day => puzzle.DailyCap == int.MaxValue ? int.MaxValue
            : puzzle.DailyCap - pins.Where(pin => pin.Value.Day == day).Sum(pin => puzzle.Pieces[pin.Key].Minutes))];
        var starts = new SortedSet<int>(Enumerable.Range(0, puzzle.Problem.Weeks).Select(week => week * 7)
            .Concat(puzzle.Targets.Select(target => target.LastDay + 1)).Where(day => day >= 0 && day < puzzle.Days)).ToArray();
        periodOfDay = [.. Enumerable.Range(0, puzzle.Days).Select(day => Array.FindLastIndex(starts, start => start <= day))];
        Periods = starts.Length;
        days = [.. puzzle.Pieces.Select(piece => dayPins.TryGetValue(piece.Index, out var day) ? (day, day) : (piece.FirstDay, piece.LastDay))];
        Pairs = [.. puzzle.Pieces.Where(piece => piece.IsAvailable && !puzzle.IsDone(piece)).SelectMany(piece => piece.Needs.Select(lesson => (piece.Index, lesson)))];
        binOf = new int[Stretches.Length];
        (Bins, DayKinds) = Gather();
        PreviousStretch = [.. puzzle.Pieces.Select(Before)];
    }

    public Puzzle Puzzle { get; }

    /// <summary>Pieces that a person fixed to a moment.</summary>
    public IReadOnlyDictionary<int, Spot> Pins { get; }

    /// <summary>Pieces that a person fixed to a day.</summary>
    public IReadOnlyDictionary<int, int> DayPins { get; }

    public Stretch[] Stretches { get; }

    /// <summary>Minutes that may still be planned on each day.</summary>
    public int[] DayRoom { get; }

    public int Periods { get; }

    /// <summary>Each piece with each lesson that comes before it.</summary>
    public (int Piece, int Lesson)[] Pairs { get; }

    public Bin[] Bins { get; }

    public DayKind[] DayKinds { get; }

    /// <summary>The stretch in which the previous plan had a piece; below 0: in none.</summary>
    public int[] PreviousStretch { get; }

    public int PeriodOf(int day) => day < 0 ? -1 : periodOfDay[Math.Min(day, periodOfDay.Length - 1)];

    public Bin BinOf(Stretch stretch) => Bins[binOf[stretch.Index]];

    /// <summary>1 where a person fixed a piece to a moment in this period or before it, else 0.</summary>
    public int Pinned(int piece, int period) => Pins.TryGetValue(piece, out var spot) && PeriodOf(spot.Day) <= period ? 1 : 0;

    /// <summary>Whether a piece may stand in a stretch as far as mode, length and dates go.</summary>
    public bool Allows(Piece piece, Stretch stretch) => stretch.Pin is { } pin ? pin == piece
        : piece.IsAvailable && !Puzzle.IsDone(piece) && !Pins.ContainsKey(piece.Index)
          && stretch.Day >= days[piece.Index].First && stretch.Day <= days[piece.Index].Last
          && piece.Minutes <= DayRoom[stretch.Day] && piece.Minutes <= stretch.Longest(piece.Candidate.Mode);

    /// <summary>What a piece is worth in a stretch: sooner is better, and what was planned is worth more, most where it stood.</summary>
    public long Value(Piece piece, Stretch stretch) =>
        (piece.Worth * (Hundred - (stretch.Day / 7))) + (piece.Previous is null ? 0 : Kept) + (PreviousStretch[piece.Index] == stretch.Index ? Stayed : 0);

    private int Before(Piece piece) => piece.Previous is { } spot
        ? Array.FindIndex(Stretches, stretch => stretch.Day == spot.Day && (stretch.Pin == piece
            || (stretch.Pin is null && Array.Exists(stretch.Windows[(int)piece.Candidate.Mode], window => window.From <= spot.Start && spot.Start + piece.Minutes <= window.To))))
        : -1;

    private (Bin[] Bins, DayKind[] DayKinds) Gather()
    {
        var bins = new List<Bin>();
        var kinds = new List<DayKind>();
        var byDay = Stretches.GroupBy(stretch => stretch.Day).Select(all => (Day: all.Key, Stretches: all.Where(stretch => stretch.Pin is null).ToArray()))
            .Where(day => day.Stretches.Length > 0 && DayRoom[day.Day] > 0);
        foreach (var alike in byDay.GroupBy(day => (periodOfDay[day.Day], DayRoom[day.Day], string.Join(';', day.Stretches.Select(stretch => stretch.Kind).Order(StringComparer.Ordinal)))))
        {
            var (period, room, _) = alike.Key;
            var count = alike.Count();
            var mine = new List<Bin>();
            foreach (var same in alike.SelectMany(day => day.Stretches).GroupBy(stretch => stretch.Kind))
            {
                var stretches = same.ToArray();
                foreach (var stretch in stretches) binOf[stretch.Index] = bins.Count;
                var bin = new Bin { Index = bins.Count, Period = period, Week = stretches[0].Day / 7, Stretches = stretches, Room = Math.Min(stretches[0].Minutes, room), PerDay = stretches.Length / count };
                bins.Add(bin);
                mine.Add(bin);
            }

            kinds.Add(new DayKind(period, count, room, [.. mine]));
        }

        return ([.. bins], [.. kinds]);
    }
}
