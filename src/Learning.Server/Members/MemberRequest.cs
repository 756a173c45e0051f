using System.ComponentModel.DataAnnotations;
using Learning.Members;

namespace Learning.Server.Members;

/// <summary>
/// What is told about a member. A change replaces the whole profile: what is left out becomes empty or as usual,
/// except <see cref="Key"/>, <see cref="Groups"/>, <see cref="Exemptions"/> and <see cref="Tags"/>, which stay.
/// </summary>
public sealed class MemberRequest
{
    /// <summary>How the person is called.</summary>
    /// <example>李秀英</example>
    [Required]
    [StringLength(100)]
    public string? Name { get; init; }

    /// <summary>The number by which the organisation knows the person; unique.</summary>
    /// <example>A-1027</example>
    [StringLength(200)]
    public string? Key { get; init; }

    /// <summary>Year of birth.</summary>
    /// <example>1987</example>
    [Range(MemberRules.EarliestBirthYear, 2100)]
    public int? BirthYear { get; init; }

    /// <summary>Age in years, where the year of birth is not known.</summary>
    [Range(0, 150)]
    public int? Age { get; init; }

    /// <summary>The occupation, in the person's own words or by its code.</summary>
    public OccupationRequest? Occupation { get; init; }

    /// <summary>Groups the person belongs to, by their keys.</summary>
    [MaxLength(50)]
    public IReadOnlyList<GroupRequest>? Groups { get; init; }

    /// <summary>Language read first: <c>zh</c> or <c>en</c>.</summary>
    /// <example>zh</example>
    [StringLength(10)]
    public string? Language { get; init; }

    /// <summary>IANA time zone of the slots.</summary>
    /// <example>Asia/Shanghai</example>
    [StringLength(100)]
    public string? TimeZone { get; init; }

    /// <summary>Most minutes of study on one day.</summary>
    /// <example>60</example>
    [Range(5, 480)]
    public int? DailyCapMinutes { get; init; }

    /// <summary>Weekly hours that are free for study.</summary>
    [MaxLength(50)]
    public IReadOnlyList<SlotShape>? Slots { get; init; }

    /// <summary>Hours of the week in which nothing may be planned.</summary>
    [MaxLength(50)]
    public IReadOnlyList<QuietTimeShape>? QuietTimes { get; init; }

    /// <summary>What takes the person out of an hours rule; a coordinator decides it.</summary>
    [MaxLength(10)]
    public IReadOnlyList<ExemptionShape>? Exemptions { get; init; }

    /// <summary>Words that describe interests.</summary>
    [MaxLength(50)]
    public IReadOnlyList<TagRequest>? Tags { get; init; }

    /// <summary>Whether traits and history may touch recommendations. Others may switch it off for a person who asks for it; on again only the person does.</summary>
    public bool? Personalisation { get; init; }

    /// <summary>An example for the reference.</summary>
    internal static MemberRequest Example => new()
    {
        Name = "李秀英",
        Key = "A-1027",
        BirthYear = 1987,
        Occupation = new OccupationRequest("送外卖的", null),
        Groups = [new GroupRequest("demo-district")],
        Language = "zh",
        Slots = [new SlotShape(DayOfWeek.Monday, new TimeOnly(10, 0), 45, [Mode.Listen, Mode.Read])],
    };

    /// <summary>The profile it tells.</summary>
    /// <param name="now">Now, for an age: it counts by the day where the member lives.</param>
    internal MemberProfile ToProfile(DateTimeOffset now) => new()
    {
        Name = Name!,
        Key = string.IsNullOrWhiteSpace(Key) ? null : Key,
        BirthYear = BirthYear ?? (Age is { } age ? LocalDay.Of(now, TimeZone ?? LocalDay.Usual).Year - age : null),
        OccupationSaid = Occupation?.Said ?? "",
        OccupationCode = string.IsNullOrWhiteSpace(Occupation?.Code) ? null : Occupation.Code.Trim(),
        Language = Language ?? "zh",
        TimeZone = TimeZone ?? LocalDay.Usual,
        DailyCapMinutes = DailyCapMinutes ?? 90,
        Slots = [.. (Slots ?? []).Select(slot => slot.ToSlot())],
        QuietTimes = [.. (QuietTimes ?? []).Select(time => time.ToQuietTime())],
        Exemptions = Exemptions?.Select(exemption => exemption.ToExemption()).ToList(),
        Groups = Groups?.Select(group => group.Key).ToList(),
        Tags = Tags?.Select(tag => tag.Name).ToList(),
        Personalised = Personalisation,
    };
}
