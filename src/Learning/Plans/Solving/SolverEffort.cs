namespace Learning.Plans.Solving;

/// <summary>How much work a solver may do. Counted in steps and in the solver's own units of work, never by the clock: the same on every machine.</summary>
public sealed record SolverEffort
{
    /// <summary>What plans are judged with.</summary>
    public static SolverEffort Full { get; } = new();

    /// <summary>For a person who waits, and where everybody is planned at once.</summary>
    public static SolverEffort Brisk { get; } = new() { WarmUp = 30_000, Trades = 400, Steps = 100_000, Refills = 20_000_000, Work = 0.05, Rounds = 2 };

    /// <summary>Steps of local search before prices are known.</summary>
    public int WarmUp { get; init; } = 60_000;

    /// <summary>Most steps in which prices are made better.</summary>
    public int Trades { get; init; } = 1_000;

    /// <summary>Steps of local search in each round.</summary>
    public int Steps { get; init; } = 80_000;

    /// <summary>How much is done in filling two stretches at a time again, in cells of its knapsacks.</summary>
    public long Refills { get; init; } = 60_000_000;

    /// <summary>Work allowed to CP-SAT, in its deterministic units (a second or so).</summary>
    public double Work { get; init; } = 0.15;

    /// <summary>How many rounds of local search are made: the first two begin with dives, the others with the best plan so far, or with one that misses a few hours and is worth more.</summary>
    public int Rounds { get; init; } = 15;

    /// <summary>The gap below which it is good enough.</summary>
    public double Enough { get; init; } = 0.007;
}
