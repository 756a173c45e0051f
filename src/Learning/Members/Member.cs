namespace Learning.Members;

/// <summary>Who learns: what the person told us and chose. Nothing here is inferred.</summary>
public sealed class Member
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name the organisation's roster gives this person (a membership number); null when there is none. Unique within an organisation.</summary>
    public string? Key { get; set; }

    /// <summary>Key of the organisation the person belongs to.</summary>
    public required string Organisation { get; set; }

    /// <summary>How the person is called, 1–100 characters.</summary>
    public required string Name { get; set; }

    /// <summary>Year of birth; null when not told.</summary>
    public int? BirthYear { get; set; }

    /// <summary>Code in the occupational classification of 2022, or <c>retired</c>; null while unknown or undecided.</summary>
    public string? OccupationCode { get; set; }

    /// <summary>The occupation in the person's own words; empty when not told.</summary>
    public string OccupationSaid { get; set; } = "";

    /// <summary>Language read first: <c>zh</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "zh";

    /// <summary>IANA time zone in which slots and plans are meant.</summary>
    public string TimeZone { get; set; } = LocalDay.Usual;

    /// <summary>Whether traits and history may touch recommendations. The person's own choice.</summary>
    public bool Personalised { get; set; } = true;

    /// <summary>Most minutes of study on one day, 5–480.</summary>
    public int DailyCapMinutes { get; set; } = 90;

    /// <summary>Weekly hours that are free for study.</summary>
    public List<Slot> Slots { get; set; } = [];

    /// <summary>Dates that differ from the week: days off and other times. What is gone by goes with the next change.</summary>
    public List<SlotException> SlotExceptions { get; set; } = [];

    /// <summary>Hours of the week in which nothing may be planned: peak hours, rest.</summary>
    public List<QuietTime> QuietTimes { get; set; } = [];

    /// <summary>What takes this person out of an hours rule, each with its reason.</summary>
    public List<Exemption> Exemptions { get; set; } = [];

    /// <summary>Tags the person chose or was given, each with where it comes from.</summary>
    public List<Tag> Tags { get; set; } = [];

    /// <summary>Membership in groups.</summary>
    public List<GroupMembership> Groups { get; init; } = [];

    /// <summary>The account with which the person signs in; null while there is none.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>When the person joined.</summary>
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>Counts the changes; the entity tag of the API.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Age in whole years at the end of a year, the only age a year of birth can tell; null when not told.</summary>
    public int? AgeIn(int year) => BirthYear is { } born ? year - born : null;
}

/// <summary>A weekly time that is free for study, in the member's own zone.</summary>
/// <param name="Day">Day of the week.</param>
/// <param name="Start">Start, local time.</param>
/// <param name="Minutes">Length, 5–480 minutes; ends the same day.</param>
/// <param name="Modes">What one can do in it; empty: anything but attend.</param>
public sealed record Slot(DayOfWeek Day, TimeOnly Start, int Minutes, List<Mode> Modes);

/// <summary>A weekly time in which nothing may be planned.</summary>
/// <param name="Day">Day of the week; null: every day.</param>
/// <param name="From">Start, local time.</param>
/// <param name="To">End, local time, after the start.</param>
/// <param name="Why">Such as <c>peak</c> or <c>rest</c>.</param>
public sealed record QuietTime(DayOfWeek? Day, TimeOnly From, TimeOnly To, string Why);

/// <summary>Why an hours rule is no hard requirement for a person.</summary>
/// <param name="Kind">Such as <c>old-age</c>, <c>ill</c>, <c>disabled</c>; named in the rule pack.</param>
/// <param name="Until">Last day; null: until taken back.</param>
public sealed record Exemption(string Kind, DateOnly? Until)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => Until is null || day <= Until;
}

/// <summary>A word that describes interests, and where it comes from.</summary>
/// <param name="Name">A topic id or free word, at most 50 characters.</param>
/// <param name="From">Who said it: <c>member</c>, <c>roster</c>, <c>coordinator</c>.</param>
public sealed record Tag(string Name, string From);
