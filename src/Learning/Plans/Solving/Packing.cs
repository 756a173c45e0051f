using Learning.Plans.Constructing;

namespace Learning.Plans.Solving;

/// <summary>Lays pieces inside one stretch, minute by minute.</summary>
internal static class Packing
{
    /// <summary>Whether one more piece finds a place in a stretch whose modes have windows of their own.</summary>
    public static bool Fits(Board board, int stretch, int piece) =>
        Lay(board.Grid, board.Grid.Stretches[stretch], [.. board.Inside(stretch).Append(piece).Select(index => board.Grid.Puzzle.Pieces[index])]) is not null;

    /// <summary>Starts of pieces, in the pieces' order; null where they find no place. Where modes differ, the least free goes first, and the longest.</summary>
    public static int[]? Lay(Grid grid, Stretch stretch, Piece[] pieces)
    {
        var starts = new int[pieces.Length];
        if (grid.IsEven(stretch.Index))
        {
            var at = stretch.From;
            foreach (var index in Enumerable.Range(0, pieces.Length).OrderBy(index => pieces[index].Round))
            {
                starts[index] = at;
                at += pieces[index].Minutes;
            }

            return at <= stretch.To ? starts : null;
        }

        var taken = new List<Interval>();
        for (var index = 0; index < pieces.Length; index++)
        {
            if (!grid.Stays(pieces[index].Index, stretch.Index)) continue;
            starts[index] = pieces[index].Previous!.Value.Start;
            var time = new Interval(starts[index], starts[index] + pieces[index].Minutes);
            if (taken.Exists(other => other.From < time.To && time.From < other.To)) return null;
            taken.Add(time);
        }

        taken.Sort((one, other) => one.From.CompareTo(other.From));
        foreach (var index in Enumerable.Range(0, pieces.Length).Where(index => !grid.Stays(pieces[index].Index, stretch.Index)).OrderBy(index => stretch.Windows[(int)pieces[index].Candidate.Mode].Sum(window => window.To - window.From)).ThenByDescending(index => pieces[index].Minutes))
        {
            if (Tightest(stretch.Windows[(int)pieces[index].Candidate.Mode], taken, pieces[index].Minutes) is not { } start) return null;
            starts[index] = start;
            taken.Add(new Interval(start, start + pieces[index].Minutes));
            taken.Sort((one, other) => one.From.CompareTo(other.From));
        }

        return starts;
    }

    private static int? Tightest(Interval[] windows, List<Interval> taken, int minutes)
    {
        int? best = null;
        var least = int.MaxValue;
        foreach (var window in windows)
        {
            var from = window.From;
            foreach (var time in taken.Append(new Interval(window.To, window.To)))
            {
                var gap = Math.Min(time.From, window.To) - from;
                if (gap >= minutes && gap < least) (best, least) = (from, gap);
                from = Math.Max(from, time.To);
                if (from >= window.To) break;
            }
        }

        return best;
    }
}
