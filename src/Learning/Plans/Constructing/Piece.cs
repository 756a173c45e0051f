namespace Learning.Plans.Constructing;

/// <summary>A candidate, told in the planner's own numbers.</summary>
internal sealed class Piece
{
    public required int Index { get; init; }

    public required PlanCandidate Candidate { get; init; }

    /// <summary>Number of its lesson; near-duplicates share it.</summary>
    public required int Lesson { get; init; }

    /// <summary>Lessons that come before it and are not done.</summary>
    public required int[] Needs { get; init; }

    /// <summary>First day of the plan on which it is offered.</summary>
    public required int FirstDay { get; init; }

    /// <summary>Last day of the plan on which it is offered.</summary>
    public required int LastDay { get; init; }

    /// <summary>Utility, in thousandths of the best candidate's.</summary>
    public required long Worth { get; init; }

    /// <summary>Credit in thousandths of an hour.</summary>
    public required long Credit { get; init; }

    /// <summary>Where the previous plan had it.</summary>
    public required Spot? Previous { get; init; }

    /// <summary>In which round it became available (its prerequisites in earlier ones); 0: not available.</summary>
    public int Round { get; set; }

    public int Minutes => Candidate.Minutes;

    public bool IsAvailable => Round > 0 && FirstDay <= LastDay;
}

/// <summary>A lesson that must be planned, with its last day (in the plan's days; below 0 where it is overdue).</summary>
/// <param name="Lesson">The lesson.</param>
/// <param name="DueDay">Last day.</param>
/// <param name="Binding">Whether the date lies within the plan.</param>
internal readonly record struct Obligation(int Lesson, int DueDay, bool Binding);

/// <summary>Credit asked by a day: a demand, or one of its topic minimums.</summary>
/// <param name="LastDay">Last day on which credit counts; below 0 where that is past.</param>
/// <param name="Amount">Thousandths of an hour.</param>
/// <param name="Counts">Which pieces count, by index.</param>
internal sealed record Target(int LastDay, long Amount, bool[] Counts);
