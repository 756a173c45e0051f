using Learning.Plans.Constructing;

namespace Learning.Plans.Solving;

/// <summary>Where pieces may stand: stretches, gathered in bins by period and kind, and what a piece is worth in each.</summary>
internal sealed class Grid
{
    /// <summary>A week later costs a hundredth of what a piece is worth: worths are told in hundredths.</summary>
    public const int Hundred = 100;

    public const long Kept = 100 * Hundred;
    public const long Stayed = 150 * Hundred;

    /// <summary>Orders that the volume algorithm and search settle well enough on their own.</summary>
    private const int FewPairs = 50;

    private readonly int fineUntil;
    private readonly int[] binOf;
    private readonly bool[] even;
    private readonly bool[] fixedByPerson;
    private readonly int[] periodOfDay;
    private readonly (int First, int Last)[] days;

    public Grid(Puzzle puzzle, IReadOnlyDictionary<int, Spot> pins, IReadOnlyDictionary<int, int> dayPins, int fineUntil = -1, int weeks = 1)
    {
        Puzzle = puzzle;
        Pins = pins;
        DayPins = dayPins;
        Stretches = Solving.Stretches.Of(puzzle, pins);
        DayRoom = [.. Enumerable.Range(0, puzzle.Days).Select(day => puzzle.DailyCap == int.MaxValue ? int.MaxValue
            : puzzle.DailyCap - pins.Where(pin => pin.Value.Day == day).Sum(pin => puzzle.Pieces[pin.Key].Minutes))];
        var starts = new SortedSet<int>(Enumerable.Range(0, (puzzle.Problem.Weeks + weeks - 1) / weeks).Select(period => period * weeks * 7)
            .Concat(puzzle.Targets.Select(target => target.LastDay + 1)).Where(day => day >= 0 && day < puzzle.Days)).ToArray();
        periodOfDay = [.. Enumerable.Range(0, puzzle.Days).Select(day => Array.FindLastIndex(starts, start => start <= day))];
        Periods = starts.Length;
        days = [.. puzzle.Pieces.Select(piece => dayPins.TryGetValue(piece.Index, out var day) ? (day, day) : (piece.FirstDay, piece.LastDay))];
        Pairs = [.. puzzle.Pieces.Where(piece => piece.IsAvailable && !puzzle.IsDone(piece)).SelectMany(piece => piece.Needs.Select(lesson => (piece.Index, lesson)))];
        binOf = new int[Stretches.Length];
        this.fineUntil = fineUntil;
        PreviousStretch = [.. puzzle.Pieces.Select(Before)];
        Held = new bool[Stretches.Length];
        foreach (var held in PreviousStretch.Where(stretch => stretch >= 0)) Held[held] = true;
        Minutes = [.. Stretches.Select(stretch => stretch.Minutes)];
        even = [.. Stretches.Select(stretch => stretch.IsEven && !Held[stretch.Index])];
        fixedByPerson = [.. puzzle.Pieces.Select(piece => pins.ContainsKey(piece.Index) || dayPins.ContainsKey(piece.Index))];
        (Bins, DayKinds) = Gather();
    }

    /// <summary>The same grid, in which every stretch up to a day is a bin of its own: where a day counts, not only a week.</summary>
    public Grid Finer(int until) => new(Puzzle, Pins, DayPins, until);

    /// <summary>The same grid with so many weeks in one period: smaller, for a first look or where weeks make no difference.</summary>
    public Grid Coarser(int weeks) => new(Puzzle, Pins, DayPins, fineUntil, weeks);

    /// <summary>The last day of a period.</summary>
    public int LastDay(int period) => Array.FindLastIndex(periodOfDay, one => one == period);

    public Puzzle Puzzle { get; }

    /// <summary>Pieces that a person fixed to a moment.</summary>
    public IReadOnlyDictionary<int, Spot> Pins { get; }

    /// <summary>Pieces that a person fixed to a day.</summary>
    public IReadOnlyDictionary<int, int> DayPins { get; }

    public Stretch[] Stretches { get; }

    /// <summary>How long each stretch is.</summary>
    public int[] Minutes { get; }

    /// <summary>Minutes that may still be planned on each day.</summary>
    public int[] DayRoom { get; }

    public int Periods { get; }

    /// <summary>Each piece with each lesson that comes before it.</summary>
    public (int Piece, int Lesson)[] Pairs { get; }

    /// <summary>Whether so much comes before something else that prices and search have to take care of it.</summary>
    public bool IsChained => Pairs.Length > FewPairs;

    public Bin[] Bins { get; }

    public DayKind[] DayKinds { get; }

    /// <summary>The stretch in which the previous plan had a piece; below 0: in none.</summary>
    public int[] PreviousStretch { get; }

    /// <summary>Whether the previous plan had something in a stretch: it stays to the minute there, and the rest goes around it.</summary>
    public bool[] Held { get; }

    /// <summary>Whether pieces may be laid in a stretch in any order, and one after the other.</summary>
    public bool IsEven(int stretch) => even[stretch];

    /// <summary>Whether a person fixed a piece to a moment or a day.</summary>
    public bool IsFixed(int piece) => fixedByPerson[piece];

    /// <summary>Whether a piece in a stretch is where it was.</summary>
    public bool Stays(int piece, int stretch) => PreviousStretch[piece] == stretch && stretch >= 0;

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
        // Where something stood, no other stretch is as good for it: such a stretch is alike to none.
        string KindOf(Stretch stretch) => stretch.Day <= fineUntil || Held[stretch.Index] ? $"{stretch.Kind}#{stretch.Index}" : stretch.Kind;
        var bins = new List<Bin>();
        var kinds = new List<DayKind>();
        var byDay = Stretches.GroupBy(stretch => stretch.Day).Select(all => (Day: all.Key, Stretches: all.Where(stretch => stretch.Pin is null).ToArray()))
            .Where(day => day.Stretches.Length > 0 && DayRoom[day.Day] > 0);
        foreach (var alike in byDay.GroupBy(day => (periodOfDay[day.Day], DayRoom[day.Day], string.Join(';', day.Stretches.Select(KindOf).Order(StringComparer.Ordinal)))))
        {
            var (period, room, _) = alike.Key;
            var count = alike.Count();
            var mine = new List<Bin>();
            foreach (var same in alike.SelectMany(day => day.Stretches).GroupBy(KindOf))
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
