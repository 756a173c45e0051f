namespace Learning.Plans.Constructing;

/// <summary>What stands where while a plan is being made. Every change can be taken back.</summary>
internal sealed class Schedule
{
    private readonly Spot?[] spots;
    private readonly int[] lessonPiece;
    private readonly List<(Interval Time, int Piece)>[] busy;
    private readonly int[] dayLoad;
    private readonly List<(int Piece, Spot? Before)> journal = [];

    public Schedule(Puzzle puzzle)
    {
        Puzzle = puzzle;
        spots = new Spot?[puzzle.Pieces.Length];
        Fixed = new bool[puzzle.Pieces.Length];
        lessonPiece = [.. Enumerable.Repeat(-1, puzzle.LessonPieces.Length)];
        busy = [.. Enumerable.Range(0, puzzle.Days).Select(_ => new List<(Interval, int)>())];
        dayLoad = new int[puzzle.Days];
        Tally = new Tally(puzzle);
    }

    public Puzzle Puzzle { get; }

    /// <summary>Pieces that stand where a pin put them.</summary>
    public bool[] Fixed { get; }

    /// <summary>What it adds up to.</summary>
    public Tally Tally { get; }

    public Spot? SpotOf(int piece) => spots[piece];

    public bool HasLesson(int lesson) => lessonPiece[lesson] >= 0;

    public Spot? SpotOfLesson(int lesson) => lessonPiece[lesson] < 0 ? null : spots[lessonPiece[lesson]];

    public IEnumerable<Piece> Planned => Puzzle.Pieces.Where(piece => spots[piece.Index] is not null);

    /// <summary>What may still be planned: available, and its lesson not planned yet.</summary>
    public IEnumerable<Piece> Open => Puzzle.Pieces.Where(piece => piece.IsAvailable && lessonPiece[piece.Lesson] < 0);

    public int Mark() => journal.Count;

    public void RollBack(int mark)
    {
        while (journal.Count > mark)
        {
            var (piece, before) = journal[^1];
            Put(Puzzle.Pieces[piece], before);
            journal.RemoveAt(journal.Count - 1);
        }
    }

    public void Place(Piece piece, Spot spot) => Change(piece, spot);

    public void Remove(Piece piece) => Change(piece, null);

    /// <summary>Whether something planned needs this piece's lesson.</summary>
    public bool IsNeeded(Piece piece) => Array.Exists(Puzzle.NeededBy[piece.Lesson], index => spots[index] is not null);

    /// <summary>The moments between which a piece may stand: after what it needs, before what needs it.</summary>
    public (int After, int Before) Bounds(Piece piece)
    {
        var after = 0;
        foreach (var lesson in piece.Needs)
        {
            if (lessonPiece[lesson] < 0) return (int.MaxValue, 0);
            after = Math.Max(after, spots[lessonPiece[lesson]]!.Value.Moment + Puzzle.Pieces[lessonPiece[lesson]].Minutes);
        }

        var before = int.MaxValue;
        foreach (var index in Puzzle.NeededBy[piece.Lesson])
        {
            if (spots[index] is { } spot) before = Math.Min(before, spot.Moment);
        }

        return (after, before);
    }

    /// <summary>The start of the tightest gap of a day into which the piece fits, or null.</summary>
    public int? StartOn(Piece piece, int day, int after, int before)
    {
        if (day < piece.FirstDay || day > piece.LastDay || dayLoad[day] + piece.Minutes > Puzzle.DailyCap) return null;
        var midnight = day * Spot.MinutesPerDay;
        int? best = null;
        var tightest = int.MaxValue;
        foreach (var gap in Gaps(piece, day))
        {
            var from = Math.Max(gap.From, after - midnight);
            var to = Math.Min(gap.To, before - midnight);
            if (to - from < piece.Minutes || to - from >= tightest) continue;
            (best, tightest) = (from, to - from);
        }

        return best;
    }

    /// <summary>Whether the piece may stand exactly there.</summary>
    public bool Fits(Piece piece, Spot spot)
    {
        if (spot.Day < piece.FirstDay || spot.Day > piece.LastDay || dayLoad[spot.Day] + piece.Minutes > Puzzle.DailyCap) return false;
        var (after, before) = Bounds(piece);
        return spot.Moment >= after && spot.Moment + piece.Minutes <= before
            && Gaps(piece, spot.Day).Any(gap => gap.From <= spot.Start && spot.Start + piece.Minutes <= gap.To);
    }

    private IEnumerable<Interval> Gaps(Piece piece, int day)
    {
        foreach (var window in Puzzle.Windows.On(day, piece.Candidate.Mode))
        {
            var from = window.From;
            foreach (var (time, _) in busy[day])
            {
                if (time.To <= from) continue;
                if (time.From >= window.To) break;
                if (time.From > from) yield return new Interval(from, time.From);
                from = time.To;
            }

            if (from < window.To) yield return new Interval(from, window.To);
        }
    }

    private void Change(Piece piece, Spot? spot)
    {
        journal.Add((piece.Index, spots[piece.Index]));
        Put(piece, spot);
    }

    private void Put(Piece piece, Spot? spot)
    {
        if (spots[piece.Index] is { } old)
        {
            busy[old.Day].RemoveAt(busy[old.Day].FindIndex(entry => entry.Piece == piece.Index));
            dayLoad[old.Day] -= piece.Minutes;
            lessonPiece[piece.Lesson] = -1;
            Tally.Count(piece, old, -1);
        }

        if (spot is { } now)
        {
            var place = busy[now.Day].FindIndex(entry => entry.Time.From > now.Start);
            busy[now.Day].Insert(place < 0 ? busy[now.Day].Count : place, (new Interval(now.Start, now.Start + piece.Minutes), piece.Index));
            dayLoad[now.Day] += piece.Minutes;
            lessonPiece[piece.Lesson] = piece.Index;
            Tally.Count(piece, now, 1);
        }

        spots[piece.Index] = spot;
    }
}
