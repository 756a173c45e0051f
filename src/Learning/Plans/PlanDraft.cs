using Learning.Materials;

namespace Learning.Plans;

/// <summary>A plan as a planner hands it in; a plan only once <see cref="Checking.PlanChecker"/> has proved it.</summary>
public sealed record PlanDraft
{
    /// <summary>What is planned when, in order of time.</summary>
    public required IReadOnlyList<PlanItem> Items { get; init; }

    /// <summary>Credit hours asked and planned, one line per demand, in the problem's order.</summary>
    public required IReadOnlyList<PlanHours> Hours { get; init; }

    /// <summary>What could not be planned and what would mend it.</summary>
    public required IReadOnlyList<PlanUnmet> Unmet { get; init; }

    /// <summary>How far it reaches.</summary>
    public required PlanStatus Status { get; init; }

    /// <summary>What it adds up to.</summary>
    public required PlanCounts Counts { get; init; }
}

/// <summary>How far a plan reaches.</summary>
public enum PlanStatus
{
    /// <summary>All that was asked is in it.</summary>
    Complete,

    /// <summary>Something asked is missing; see what is unmet.</summary>
    Short,

    /// <summary>Nothing could be planned.</summary>
    Empty,
}

/// <summary>A planned lesson.</summary>
/// <param name="Material">The material.</param>
/// <param name="Date">The day.</param>
/// <param name="Start">Start, local time.</param>
/// <param name="Minutes">Length.</param>
/// <param name="Mode">How it is studied.</param>
/// <param name="CreditHours">Credit hours it brings.</param>
/// <param name="Reasons">Why it is in the plan.</param>
public sealed record PlanItem(Guid Material, DateOnly Date, TimeOnly Start, int Minutes, Mode Mode, decimal CreditHours, IReadOnlyList<PlanReason> Reasons)
{
    /// <summary>Whether it calls to mind what was learned.</summary>
    public bool Recall { get; init; }
}

/// <summary>Hours a demand asks for and what the plan brings by its date.</summary>
/// <param name="Rule">Id of the rule pack.</param>
/// <param name="By">Last day on which they count.</param>
/// <param name="Target">Hours asked.</param>
/// <param name="Planned">Hours planned by then.</param>
/// <param name="Topics">The same for each topic minimum.</param>
public sealed record PlanHours(string Rule, DateOnly By, decimal Target, decimal Planned, IReadOnlyList<TopicHours> Topics);

/// <summary>Hours asked and planned on one topic.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Target">Hours asked.</param>
/// <param name="Planned">Hours planned.</param>
public sealed record TopicHours(string Topic, decimal Target, decimal Planned);

/// <summary>What a plan adds up to.</summary>
/// <param name="Items">Lessons.</param>
/// <param name="Minutes">Minutes of study.</param>
/// <param name="CreditHours">Credit hours.</param>
/// <param name="Required">Required lessons among them.</param>
public sealed record PlanCounts(int Items, int Minutes, decimal CreditHours, int Required);
