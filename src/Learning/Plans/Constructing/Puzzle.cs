namespace Learning.Plans.Constructing;

/// <summary>The problem, told in numbers: pieces, lessons, days and minutes.</summary>
internal sealed class Puzzle
{
    private readonly Dictionary<Guid, int> lessonOfMaterial;
    private readonly HashSet<int> doneLessons;

    public Puzzle(PlanProblem problem)
    {
        Problem = problem;
        Days = problem.Weeks * 7;
        Windows = new TimeWindows(problem);
        var lessons = new Dictionary<Guid, int>();
        foreach (var candidate in problem.Candidates) lessons.TryAdd(candidate.Lesson, lessons.Count);
        lessonOfMaterial = problem.Candidates.ToDictionary(candidate => candidate.Material, candidate => lessons[candidate.Lesson]);
        doneLessons = [.. problem.Candidates.Where(candidate => problem.Done.Contains(candidate.Lesson) || (!candidate.Recall && problem.Done.Contains(candidate.Material))).Select(candidate => lessons[candidate.Lesson])];
        Pieces = MakePieces();
        LessonPieces = Group(lessons.Count, piece => [piece.Lesson]);
        NeededBy = Group(lessons.Count, piece => piece.Needs);
        Obligations = MakeObligations();
        Targets = MakeTargets();
        FindAvailable();
    }

    public PlanProblem Problem { get; }

    public int Days { get; }

    public int DailyCap => Problem.DailyCapMinutes ?? int.MaxValue;

    public TimeWindows Windows { get; }

    public Piece[] Pieces { get; }

    /// <summary>Pieces of each lesson.</summary>
    public int[][] LessonPieces { get; }

    /// <summary>Pieces that need each lesson.</summary>
    public int[][] NeededBy { get; }

    public Obligation[] Obligations { get; }

    public Target[] Targets { get; }

    public int DayOf(DateOnly date) => date.DayNumber - Problem.From.DayNumber;

    public Piece? PieceOf(Guid material) => Array.Find(Pieces, piece => piece.Candidate.Material == material);

    public bool IsDone(Piece piece) => doneLessons.Contains(piece.Lesson);

    /// <summary>The first prerequisite of a piece that can neither be planned nor is done.</summary>
    public Guid? MissingPrerequisite(Piece piece)
    {
        foreach (var prerequisite in piece.Candidate.Prerequisites)
        {
            if (Problem.Done.Contains(prerequisite)) continue;
            if (!lessonOfMaterial.TryGetValue(prerequisite, out var lesson)) return prerequisite;
            if (!doneLessons.Contains(lesson) && !LessonPieces[lesson].Any(index => Pieces[index].IsAvailable)) return prerequisite;
        }

        return null;
    }

    private Piece[] MakePieces()
    {
        var best = Problem.Candidates.Select(candidate => candidate.Utility).DefaultIfEmpty(0).Max();
        var before = (Problem.Previous?.Items ?? []).GroupBy(item => item.Material).ToDictionary(items => items.Key, items => items.First());
        return [.. Problem.Candidates.Select((candidate, index) => new Piece
        {
            Index = index,
            Candidate = candidate,
            Lesson = lessonOfMaterial[candidate.Material],
            Needs = [.. Needs(candidate).Distinct()],
            FirstDay = Math.Max(0, candidate.ValidFrom is { } from ? DayOf(from) : 0),
            LastDay = Math.Min(Days - 1, candidate.ValidUntil is { } until ? DayOf(until) : Days - 1),
            Worth = best > 0 ? (long)Math.Round(1000 * (candidate.Utility / best)) : 0,
            Credit = (long)(candidate.CreditHours * 1000),
            Previous = before.TryGetValue(candidate.Material, out var item) ? new Spot(DayOf(item.Date), (int)(item.Start.Ticks / TimeSpan.TicksPerMinute)) : null,
        })];
    }

    private IEnumerable<int> Needs(PlanCandidate candidate) => candidate.Prerequisites
        .Where(prerequisite => !Problem.Done.Contains(prerequisite) && lessonOfMaterial.TryGetValue(prerequisite, out var lesson) && !doneLessons.Contains(lesson))
        .Select(prerequisite => lessonOfMaterial[prerequisite]);

    private int[][] Group(int lessons, Func<Piece, int[]> lessonsOf)
    {
        var groups = Enumerable.Range(0, lessons).Select(_ => new List<int>()).ToArray();
        foreach (var piece in Pieces)
        {
            foreach (var lesson in lessonsOf(piece)) groups[lesson].Add(piece.Index);
        }

        return [.. groups.Select(group => group.ToArray())];
    }

    private Obligation[] MakeObligations() => [.. Pieces
        .Where(piece => piece.Candidate.Required && !IsDone(piece))
        .Select(piece => new Obligation(piece.Lesson,
            piece.Candidate.Due is { } due ? Math.Min(DayOf(due), Days - 1) : Days - 1,
            piece.Candidate.Due is null || piece.Candidate.Due <= Problem.Until))];

    private Target[] MakeTargets() => [.. Problem.Hours.SelectMany(demand => demand.Topics
        .Select(topic => new Target(LastDay(demand), (long)(topic.Hours * 1000), [.. Pieces.Select(piece => piece.Credit > 0 && piece.Candidate.Topics.Contains(topic.Topic, StringComparer.Ordinal))]))
        .Prepend(new Target(LastDay(demand), (long)(demand.Hours * 1000), [.. Pieces.Select(piece => piece.Credit > 0)])))];

    private int LastDay(HoursDemand demand) => Math.Min(DayOf(demand.By), Days - 1);

    /// <summary>A piece becomes available once each lesson it needs has an available piece; circles therefore never do.</summary>
    private void FindAvailable()
    {
        var found = true;
        for (var round = 1; found; round++)
        {
            var now = Pieces.Where(piece => piece.Round == 0 && piece.FirstDay <= piece.LastDay && !IsDone(piece) && !Problem.Bans.Contains(piece.Candidate.Material)
                && HasAllPrerequisites(piece)).ToArray();
            foreach (var piece in now) piece.Round = round;
            found = now.Length > 0;
        }
    }

    private bool HasAllPrerequisites(Piece piece) =>
        piece.Candidate.Prerequisites.All(prerequisite => Problem.Done.Contains(prerequisite) || lessonOfMaterial.ContainsKey(prerequisite))
        && piece.Needs.All(lesson => LessonPieces[lesson].Any(index => Pieces[index].Round > 0));
}
