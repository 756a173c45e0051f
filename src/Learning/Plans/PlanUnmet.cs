using System.Globalization;

namespace Learning.Plans;

/// <summary>Something that was asked and could not be planned, as data: the kind chooses the sentence, <see cref="Values"/> fill it.</summary>
public sealed record PlanUnmet
{
    /// <summary>One of <see cref="UnmetKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The material, where one is meant.</summary>
    public Guid? Material { get; init; }

    /// <summary>The prerequisite that cannot be had.</summary>
    public Guid? Prerequisite { get; init; }

    /// <summary>The rule pack whose hours are missing.</summary>
    public string? Rule { get; init; }

    /// <summary>The topic on which hours are missing.</summary>
    public string? Topic { get; init; }

    /// <summary>By when it was asked.</summary>
    public DateOnly? By { get; init; }

    /// <summary>Credit hours missing.</summary>
    public decimal? Hours { get; init; }

    /// <summary>What would mend it, the likeliest first.</summary>
    public IReadOnlyList<PlanRemedy> Remedies { get; init; } = [];

    /// <summary>Everything known, as words for a sentence, by name. Ids, dates and numbers are culture-free.</summary>
    public IReadOnlyDictionary<string, string> Values
    {
        get
        {
            var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
            Add(values, "prerequisite", Prerequisite?.ToString());
            Add(values, "rule", Rule);
            Add(values, "topic", Topic);
            Add(values, "by", By?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Add(values, "hours", Hours?.ToString("0.###", CultureInfo.InvariantCulture));
            Add(values, "remedies", Remedies.Count == 0 ? null : string.Join(',', Remedies.Select(remedy => remedy.Kind)));
            Add(values, "slotsPerWeek", Number(Remedies.FirstOrDefault(remedy => remedy.SlotsPerWeek is not null)?.SlotsPerWeek));
            Add(values, "minutes", Number(Remedies.FirstOrDefault(remedy => remedy.Minutes is not null)?.Minutes));
            return values;
        }
    }

    private static void Add(SortedDictionary<string, string> values, string name, string? value)
    {
        if (value is not null) values[name] = value;
    }

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Kinds of what is unmet.</summary>
public static class UnmetKinds
{
    /// <summary>A demand for hours is not reached by its date (within the plan).</summary>
    public const string HoursMissing = "hours-missing";

    /// <summary>A topic's minimum is not reached by the demand's date (within the plan).</summary>
    public const string TopicHoursMissing = "topic-hours-missing";

    /// <summary>Hours remain that are due only after the plan ends: no failure, a pace to watch.</summary>
    public const string HoursAfterPlan = "hours-after-plan";

    /// <summary>A required material finds no time.</summary>
    public const string RequiredDoesNotFit = "required-does-not-fit";

    /// <summary>A required material is planned, but after its due date.</summary>
    public const string RequiredLate = "required-late";

    /// <summary>A required material is banned.</summary>
    public const string RequiredBanned = "required-banned";

    /// <summary>A required material needs one that cannot be had.</summary>
    public const string PrerequisiteUnavailable = "prerequisite-unavailable";

    /// <summary>A pin cannot be respected without breaking something else.</summary>
    public const string PinDoesNotFit = "pin-does-not-fit";

    /// <summary>There is no time for study at all.</summary>
    public const string NoSlots = "no-slots";
}

/// <summary>Something that would mend what is unmet.</summary>
/// <param name="Kind">One of <see cref="RemedyKinds"/>.</param>
/// <param name="SlotsPerWeek">How many more slots a week.</param>
/// <param name="Minutes">How long a slot.</param>
public sealed record PlanRemedy(string Kind, int? SlotsPerWeek = null, int? Minutes = null);

/// <summary>Kinds of remedies.</summary>
public static class RemedyKinds
{
    /// <summary>More slots: so many a week of so many minutes.</summary>
    public const string MoreTime = "more-time";

    /// <summary>One slot of so many minutes in a row.</summary>
    public const string LongerSlot = "longer-slot";

    /// <summary>More materials that bring hours: time alone does not help.</summary>
    public const string MoreMaterials = "more-materials";

    /// <summary>A later date.</summary>
    public const string LaterDate = "later-date";

    /// <summary>An exemption from the rule, where the person has a ground for one.</summary>
    public const string Exemption = "exemption";

    /// <summary>The prerequisite to be offered, allowed or ticked off.</summary>
    public const string Prerequisite = "prerequisite";

    /// <summary>The ban or the pin to be lifted.</summary>
    public const string LiftBanOrPin = "lift-ban-or-pin";
}
