namespace Learning.Plans.Constructing;

/// <summary>Running sums over what is planned, so that a score need not be added up anew after every try.</summary>
internal sealed class Tally(Puzzle puzzle)
{
    private const long Kept = 100;
    private const long Stayed = 150;
    private readonly long[] credit = new long[puzzle.Targets.Length];

    /// <summary>What the lessons are worth, with the bonus for keeping to the previous plan.</summary>
    public long Worth { get; private set; }

    /// <summary>How early they stand.</summary>
    public long Merit { get; private set; }

    /// <summary>Minutes planned in each week.</summary>
    public long[] WeekLoad { get; } = new long[puzzle.Problem.Weeks];

    /// <summary>Credit still missing for a target.</summary>
    public long Missed(int target) => Math.Max(0, puzzle.Targets[target].Amount - credit[target]);

    /// <summary>Counts a piece in (sign 1) or out (sign −1).</summary>
    public void Count(Piece piece, Spot spot, int sign)
    {
        Worth += sign * (piece.Worth + (piece.Previous is null ? 0 : Kept) + (piece.Previous == spot ? Stayed : 0));
        Merit += sign * Constructing.Merit.Of(piece, spot);
        WeekLoad[spot.Day / 7] += sign * piece.Minutes;
        for (var target = 0; target < credit.Length; target++)
        {
            if (puzzle.Targets[target].Counts[piece.Index] && spot.Day <= puzzle.Targets[target].LastDay) credit[target] += sign * piece.Credit;
        }
    }
}
