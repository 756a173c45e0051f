using Learning.Plans.Changes;
using Learning.Plans.Conflicts;

namespace Learning.Plans;

/// <summary>A plan as it is kept: dated items, what they add up to, the proof, and where it stands in review.</summary>
public sealed class StoredPlan
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose plan.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Weeks it covers, 1–26.</summary>
    public required int Weeks { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Where it stands.</summary>
    public PlanState State { get; set; } = PlanState.Drafted;

    /// <summary>Counts the changes; the entity tag of the API.</summary>
    public int Version { get; set; } = 1;

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Whether the person's traits and history were used.</summary>
    public bool Personalised { get; set; }

    /// <summary>Id of the model that ranked the candidates.</summary>
    public required string Model { get; set; }

    /// <summary>What is planned when.</summary>
    public List<StoredPlanItem> Items { get; set; } = [];

    /// <summary>Hours asked and planned, one line per rule.</summary>
    public List<StoredPlanHours> Hours { get; set; } = [];

    /// <summary>What could not be planned, and what would mend it.</summary>
    public List<StoredUnmet> Unmet { get; set; } = [];

    /// <summary>The checker's findings.</summary>
    public StoredProof Proof { get; set; } = new("", null, []);

    /// <summary>Materials a coordinator fixed to a day.</summary>
    public List<StoredPin> Pins { get; set; } = [];

    /// <summary>Materials a coordinator or the member ruled out of this plan.</summary>
    public List<Guid> Bans { get; set; } = [];

    /// <summary>What it obeys, or what the next one must obey, because a coordinator gave a plan back.</summary>
    public ReturnTerms Terms { get; set; } = ReturnTerms.None;

    /// <summary>Causes to look twice, gravest first.</summary>
    public List<StoredDoubt> Causes { get; set; } = [];

    /// <summary>The sum of the causes: the queue of reviews is ordered by it.</summary>
    public double Doubt { get; set; }

    /// <summary>What became of the lessons of the plan before, and why.</summary>
    public StoredChanges Changes { get; set; } = StoredChanges.None;

    /// <summary>Share that differs from the plan before, 0–1; 0 where there was none.</summary>
    public double Changed { get; set; }

    /// <summary>Keeps causes and their sum.</summary>
    internal void Judge(IEnumerable<StoredDoubt> causes)
    {
        Causes = [.. causes.OrderByDescending(cause => cause.Weight).ThenBy(cause => cause.Kind, StringComparer.Ordinal)];
        Doubt = Causes.Sum(cause => cause.Weight);
    }
}

/// <summary>Where a plan stands.</summary>
public enum PlanState
{
    /// <summary>Made, not yet handed in.</summary>
    Drafted,

    /// <summary>Waits for a coordinator.</summary>
    InReview,

    /// <summary>A coordinator said yes; its first day is still to come.</summary>
    Approved,

    /// <summary>Approved and running.</summary>
    Active,

    /// <summary>Its time is over.</summary>
    Finished,

    /// <summary>A coordinator gave it back with a reason.</summary>
    Returned,

    /// <summary>Another plan took its place.</summary>
    Replaced,
}

/// <summary>A planned lesson.</summary>
/// <param name="Material">The material.</param>
/// <param name="Date">Day, in the member's zone.</param>
/// <param name="Start">Start, local time.</param>
/// <param name="Minutes">Length.</param>
/// <param name="Mode">How it is studied.</param>
/// <param name="Hours">Credit hours it brings.</param>
/// <param name="Reasons">Why it is in the plan, from the ranker's own terms.</param>
/// <param name="Recall">Whether it calls to mind what was learned.</param>
public sealed record StoredPlanItem(Guid Material, DateOnly Date, TimeOnly Start, int Minutes, Mode Mode, decimal Hours, List<StoredReason> Reasons, bool Recall = false);

/// <summary>A reason as kept: the kind chooses the sentence, the values fill it.</summary>
/// <param name="Kind">Kind of reason.</param>
/// <param name="Weight">Share of the score it explains.</param>
/// <param name="Values">Values for the sentence, by name.</param>
public sealed record StoredReason(string Kind, double Weight, Dictionary<string, string> Values);

/// <summary>Hours a rule asks for and what the plan brings.</summary>
/// <param name="Rule">Id of the rule pack.</param>
/// <param name="Target">Hours asked in the period.</param>
/// <param name="Earned">Hours already earned in the period.</param>
/// <param name="Planned">Hours this plan brings in the period.</param>
/// <param name="By">Last day of the period.</param>
/// <param name="Exempt">Whether the person is exempt, so that the target is no requirement.</param>
public sealed record StoredPlanHours(string Rule, decimal Target, decimal Earned, decimal Planned, DateOnly By, bool Exempt);

/// <summary>What could not be planned.</summary>
/// <param name="Kind">Kind, such as <c>hours-missing</c>.</param>
/// <param name="Material">The material, where one is meant.</param>
/// <param name="Values">Values for the sentence, by name.</param>
/// <param name="Conflict">The rules that keep it from being planned, where that is proven.</param>
public sealed record StoredUnmet(string Kind, Guid? Material, Dictionary<string, string> Values, StoredConflict? Conflict = null);

/// <summary>What the checker found.</summary>
/// <param name="Status">How good the plan is proven to be: <c>optimal</c>, <c>within-bound</c>, <c>feasible</c> (nothing proven beyond the checks) or <c>empty</c>.</param>
/// <param name="Bound">How far from the best it is at most, as a share (0.01 is one per cent), in the aim named; null where nothing is proven.</param>
/// <param name="Checks">Each check.</param>
/// <param name="Aim">The first aim that is not proven to be reached as far as can be: <c>required</c>, <c>hours</c> or <c>worth</c>.</param>
/// <param name="Seed">Chance used.</param>
/// <param name="Work">Work the solver did, in its own units: the same on every machine.</param>
public sealed record StoredProof(string Status, double? Bound, List<StoredCheck> Checks, string? Aim = null, int Seed = 0, double Work = 0);

/// <summary>One check.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Passed">Whether it holds.</param>
/// <param name="Detail">What it looked at or found.</param>
public sealed record StoredCheck(string Name, bool Passed, string Detail);

/// <summary>A material fixed to a day.</summary>
/// <param name="Material">The material.</param>
/// <param name="Date">The day.</param>
/// <param name="Start">Start, local time; null: anywhere on the day.</param>
public sealed record StoredPin(Guid Material, DateOnly Date, TimeOnly? Start);
