namespace Learning.Plans.Solving;

/// <summary>How much work a solver may do. Counted in steps and in the solver's own units of work, never by the clock: the same on every machine.</summary>
public sealed record SolverEffort
{
    /// <summary>What plans are judged with, and what jobs use.</summary>
    public static SolverEffort Full { get; } = new();

    /// <summary>For a person who waits.</summary>
    public static SolverEffort Brisk { get; } = new() { WarmUp = 50_000, Trades = 120, Steps = 120_000, Work = 0.05, Rounds = 1 };

    /// <summary>Steps of local search before prices are known.</summary>
    public int WarmUp { get; init; } = 60_000;

    /// <summary>Steps in which prices are made better, twice.</summary>
    public int Trades { get; init; } = 240;

    /// <summary>Steps of local search afterwards.</summary>
    public int Steps { get; init; } = 250_000;

    /// <summary>Work allowed to CP-SAT, in its deterministic units (a second or so).</summary>
    public double Work { get; init; } = 0.15;

    /// <summary>How often CP-SAT's choice is tried once more after a cut.</summary>
    public int Rounds { get; init; } = 2;

    /// <summary>Most columns given to CP-SAT.</summary>
    public int MostColumns { get; init; } = 450;

    /// <summary>The gap below which it is good enough.</summary>
    public double Enough { get; init; } = 0.001;
}
