using Learning.Plans;
using Learning.Plans.Constructing;
using Learning.Plans.Solving;

namespace Learning.Tests.Plans;

/// <summary>
/// Tries every plan of a small problem: each piece in each stretch, or in none. Shares the numbers of the problem with the solver,
/// and nothing that bounds or searches. Where a previous plan holds its minutes, some plans are only thinkable: they count where the
/// question is whether the solver claims too much for its plan, not where it is whether its bound is too low.
/// </summary>
internal sealed class EveryPlan
{
    private readonly Puzzle puzzle;
    private readonly Stretch[] stretches;
    private readonly Piece[] order;
    private readonly int[] at;
    private readonly int[] load;
    private readonly int[] dayLoad;
    private readonly Measure limit;

    /// <summary>Tries them all.</summary>
    /// <param name="problem">A small problem without pins, whose stretches are open as a whole to each mode they are open to.</param>
    /// <param name="limit">Up to which lack and which missing hours the most worth is looked for.</param>
    public EveryPlan(PlanProblem problem, Measure limit)
    {
        puzzle = new Puzzle(problem);
        this.limit = limit;
        stretches = Stretches.Of(puzzle, new Dictionary<int, Spot>());
        Assert.All(stretches, stretch => Assert.True(stretch.IsEven));
        order = [.. puzzle.Pieces.Where(piece => piece.IsAvailable && !puzzle.IsDone(piece)).OrderBy(piece => piece.Round)];
        at = [.. puzzle.Pieces.Select(_ => -1)];
        load = new int[stretches.Length];
        dayLoad = new int[puzzle.Days];
        Try(0);
    }

    /// <summary>The best of the plans that can be laid minute by minute.</summary>
    public Measure Best { get; private set; } = new(long.MaxValue, long.MaxValue, 0);

    /// <summary>The best of the plans that cannot be ruled out.</summary>
    public Measure BestThinkable { get; private set; } = new(long.MaxValue, long.MaxValue, 0);

    /// <summary>The most worth of a plan that can be laid and lacks and misses no more than the limit.</summary>
    public long MostWorth { get; private set; } = -1;

    private void Try(int next)
    {
        if (next == order.Length)
        {
            Judge();
            return;
        }

        var piece = order[next];
        Try(next + 1);
        if (puzzle.LessonPieces[piece.Lesson].Any(twin => at[twin] >= 0)) return;
        foreach (var stretch in stretches)
        {
            if (stretch.Day < piece.FirstDay || stretch.Day > piece.LastDay || stretch.Longest(piece.Candidate.Mode) < piece.Minutes) continue;
            if (load[stretch.Index] + piece.Minutes > stretch.Minutes || dayLoad[stretch.Day] + piece.Minutes > puzzle.DailyCap || !HasNeeds(piece, stretch)) continue;
            Move(piece, stretch, 1);
            Try(next + 1);
            Move(piece, stretch, -1);
        }
    }

    private bool HasNeeds(Piece piece, Stretch stretch) =>
        Array.TrueForAll(piece.Needs, lesson => puzzle.LessonPieces[lesson].Any(need => at[need] >= 0 && at[need] <= stretch.Index));

    private void Move(Piece piece, Stretch stretch, int sign)
    {
        at[piece.Index] = sign > 0 ? stretch.Index : -1;
        load[stretch.Index] += sign * piece.Minutes;
        dayLoad[stretch.Day] += sign * piece.Minutes;
    }

    private void Judge()
    {
        var lacking = Duties.ByLesson(puzzle).Sum(duty => puzzle.LessonPieces[duty.Key].Where(piece => at[piece] >= 0)
            .Select(piece => Duties.Late(duty.Value, stretches[at[piece]].Day)).DefaultIfEmpty(Duties.Absent(duty.Value)).First());
        var missing = puzzle.Targets.Sum(target => Math.Max(0, target.Amount
            - puzzle.Pieces.Where(piece => at[piece.Index] >= 0 && target.Counts[piece.Index] && stretches[at[piece.Index]].Day <= target.LastDay).Sum(piece => piece.Credit)));
        var placed = order.Where(piece => at[piece.Index] >= 0).ToArray();
        var worth = placed.Sum(piece => (piece.Worth * (100 - (stretches[at[piece.Index]].Day / 7))) + (piece.Previous is null ? 0 : 10_000));
        var stays = stretches.Select(stretch => placed.Where(piece => at[piece.Index] == stretch.Index).ToArray()).ToArray();
        var thinkable = new Measure(lacking, missing, worth + (15_000 * placed.Count(piece => StaysIn(piece, stretches[at[piece.Index]]))));
        var real = new Measure(lacking, missing, worth + (15_000 * stays.Select((pieces, index) => Kept(pieces, stretches[index])).Sum()));
        if (BestThinkable.IsWorseThan(thinkable)) BestThinkable = thinkable;
        if (Best.IsWorseThan(real)) Best = real;
        if (lacking <= limit.Lacking && missing <= limit.Missing) MostWorth = Math.Max(MostWorth, real.Worth);
    }

    /// <summary>How many pieces of one stretch surely stay to the minute: all that were there, if the rest fits around them and waits for none of them.</summary>
    private static int Kept(Piece[] pieces, Stretch stretch)
    {
        var staying = pieces.Where(piece => StaysIn(piece, stretch)).OrderBy(piece => piece.Previous!.Value.Start).ToArray();
        var rest = pieces.Except(staying).OrderByDescending(piece => piece.Minutes).ToArray();
        if (staying.Length == 0 || (pieces.Length > 1 && pieces.Any(piece => piece.Needs.Length > 0))) return 0;
        var gaps = new List<int>();
        var from = stretch.From;
        foreach (var piece in staying)
        {
            gaps.Add(piece.Previous!.Value.Start - from);
            from = piece.Previous.Value.Start + piece.Minutes;
        }

        gaps.Add(stretch.To - from);
        foreach (var piece in rest)
        {
            var gap = gaps.FindIndex(gap => gap >= piece.Minutes);
            if (gap < 0) return 0;
            gaps[gap] -= piece.Minutes;
        }

        return staying.Length;
    }

    private static bool StaysIn(Piece piece, Stretch stretch) =>
        piece.Previous is { } spot && spot.Day == stretch.Day && spot.Start >= stretch.From && spot.Start + piece.Minutes <= stretch.To;
}
