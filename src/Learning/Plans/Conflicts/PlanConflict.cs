namespace Learning.Plans.Conflicts;

/// <summary>Rules that cannot all hold.</summary>
/// <param name="Rules">The rules: what is asked first, then what stands in the way.</param>
/// <param name="Minimal">Whether it is proven that giving up any one of them would do; always true that all of them together cannot hold.</param>
public sealed record PlanConflict(IReadOnlyList<ConflictRule> Rules, bool Minimal);

/// <summary>A rule of a problem, by name.</summary>
/// <param name="Kind">One of <see cref="ConflictKinds"/>.</param>
/// <param name="Material">The material, where one is meant.</param>
/// <param name="Rule">The rule pack, where one asks.</param>
/// <param name="Topic">The topic, where one is meant.</param>
/// <param name="By">By when, where there is a date.</param>
/// <param name="Hours">How many hours, where hours are asked.</param>
/// <param name="Minutes">How many minutes, where they are bounded.</param>
public sealed record ConflictRule(string Kind, Guid? Material = null, string? Rule = null, string? Topic = null, DateOnly? By = null, decimal? Hours = null, int? Minutes = null);

/// <summary>Kinds of rules: three that ask, the others stand in the way.</summary>
public static class ConflictKinds
{
    /// <summary>A material is asked for.</summary>
    public const string Required = "required";

    /// <summary>Credit hours are asked for.</summary>
    public const string Hours = "hours";

    /// <summary>Credit hours on a topic are asked for.</summary>
    public const string TopicHours = "topic-hours";

    /// <summary>The times that are free for study, with what one can do in them.</summary>
    public const string Slots = "slots";

    /// <summary>The times in which nothing may be planned.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>The most minutes of a day.</summary>
    public const string DailyCap = "daily-cap";

    /// <summary>The days on which materials are offered.</summary>
    public const string Validity = "validity";

    /// <summary>What comes before what.</summary>
    public const string Prerequisites = "prerequisites";

    /// <summary>What was ruled out.</summary>
    public const string Bans = "bans";

    /// <summary>What was fixed to a day.</summary>
    public const string Pins = "pins";

    /// <summary>Dates before the last day of the plan.</summary>
    public const string DueDates = "due-dates";

    /// <summary>The lessons there are.</summary>
    public const string Materials = "materials";

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<string> All { get; } = [Required, Hours, TopicHours, Slots, Forbidden, DailyCap, Validity, Prerequisites, Bans, Pins, DueDates, Materials];
}
