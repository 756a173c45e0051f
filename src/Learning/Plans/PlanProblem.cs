using Learning.Materials;

namespace Learning.Plans;

/// <summary>All a planner may know: pure data, times local to the member. What it means is written in this folder's README.</summary>
public sealed record PlanProblem
{
    /// <summary>First day of the plan.</summary>
    public required DateOnly From { get; init; }

    /// <summary>How many weeks it covers, 1–26.</summary>
    public required int Weeks { get; init; }

    /// <summary>When the member can study; see <see cref="SlotCalendar"/>.</summary>
    public IReadOnlyList<DatedSlot> Slots { get; init; } = [];

    /// <summary>What could be planned.</summary>
    public IReadOnlyList<PlanCandidate> Candidates { get; init; } = [];

    /// <summary>Ids of materials and of lessons the member has completed.</summary>
    public IReadOnlySet<Guid> Done { get; init; } = new HashSet<Guid>();

    /// <summary>Hours still missing. One credit hour serves every demand whose date it meets.</summary>
    public IReadOnlyList<HoursDemand> Hours { get; init; } = [];

    /// <summary>Most minutes of study on one day; null: no such bound.</summary>
    public int? DailyCapMinutes { get; init; }

    /// <summary>Times in which nothing may be planned.</summary>
    public IReadOnlyList<ForbiddenTime> Forbidden { get; init; } = [];

    /// <summary>Materials fixed to a day.</summary>
    public IReadOnlyList<PlanPin> Pins { get; init; } = [];

    /// <summary>Materials that must not be planned. A ban wins over a pin and over a requirement.</summary>
    public IReadOnlySet<Guid> Bans { get; init; } = new HashSet<Guid>();

    /// <summary>The plan before this one: what need not move stays where it is.</summary>
    public PlanDraft? Previous { get; init; }

    /// <summary>Chance is an input: the same problem and seed give the same plan.</summary>
    public int Seed { get; init; }

    /// <summary>Last day of the plan.</summary>
    public DateOnly Until => From.AddDays((7 * Weeks) - 1);
}

/// <summary>A stretch of a day that is free for study.</summary>
/// <param name="Date">The day.</param>
/// <param name="Start">Start, whole minutes.</param>
/// <param name="Minutes">Length; it ends by midnight.</param>
/// <param name="Modes">What one can do in it; empty: anything but attend.</param>
public sealed record DatedSlot(DateOnly Date, TimeOnly Start, int Minutes, IReadOnlyList<Mode> Modes)
{
    /// <summary>Whether a mode of study suits it.</summary>
    public bool Allows(Mode mode) => Modes.Count == 0 ? mode != Mode.Attend : Modes.Contains(mode);
}

/// <summary>A material that could be planned.</summary>
public sealed record PlanCandidate
{
    /// <summary>Id of the material.</summary>
    public required Guid Material { get; init; }

    /// <summary>Id of its lesson; near-duplicates share it, and a lesson is planned and counted once.</summary>
    public required Guid Lesson { get; init; }

    /// <summary>How much it is worth to the member, 0 or more; only the ratio to other candidates matters.</summary>
    public required double Utility { get; init; }

    /// <summary>How long it takes, 1 or more.</summary>
    public required int Minutes { get; init; }

    /// <summary>How it is studied.</summary>
    public required Mode Mode { get; init; }

    /// <summary>Credit hours it brings.</summary>
    public decimal CreditHours { get; init; }

    /// <summary>Its topic ids.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Ids of materials that come before it; a near-duplicate of one serves as well.</summary>
    public IReadOnlyList<Guid> Prerequisites { get; init; } = [];

    /// <summary>First day on which it is offered.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day on which it is offered.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Whether it must be done.</summary>
    public bool Required { get; init; }

    /// <summary>Where required: by when; null: within the plan.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Whether it calls to mind what was learned: a short item on a material that is done, without credit.</summary>
    public bool Recall { get; init; }

    /// <summary>Why it is a candidate; passed through to the plan.</summary>
    public IReadOnlyList<PlanReason> Reasons { get; init; } = [];
}

/// <summary>A reason: the kind chooses the sentence, the values fill it.</summary>
/// <param name="Kind">Kind of reason.</param>
/// <param name="Weight">Share of the score it explains.</param>
/// <param name="Values">Values for the sentence, by name.</param>
public sealed record PlanReason(string Kind, double Weight, IReadOnlyDictionary<string, string> Values);

/// <summary>Credit hours a rule still asks for.</summary>
/// <param name="Rule">Id of the rule pack.</param>
/// <param name="Hours">Hours still missing.</param>
/// <param name="By">Last day on which they count.</param>
/// <param name="Topics">How many of them must be on certain topics.</param>
public sealed record HoursDemand(string Rule, decimal Hours, DateOnly By, IReadOnlyList<TopicMinimum> Topics);

/// <summary>Hours asked on one topic.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Hours">Hours still missing.</param>
public sealed record TopicMinimum(string Topic, decimal Hours);

/// <summary>A time in which nothing may be planned. It belongs to the day on which it begins and may pass midnight; equal ends mean 24 hours.</summary>
/// <param name="Day">Day of the week; null: any.</param>
/// <param name="Date">The date; null: any.</param>
/// <param name="From">Start.</param>
/// <param name="To">End.</param>
public sealed record ForbiddenTime(DayOfWeek? Day, DateOnly? Date, TimeOnly From, TimeOnly To);

/// <summary>A material fixed to a day.</summary>
/// <param name="Material">The material.</param>
/// <param name="Date">The day.</param>
/// <param name="Start">The start; null: anywhere on the day.</param>
public sealed record PlanPin(Guid Material, DateOnly Date, TimeOnly? Start);
