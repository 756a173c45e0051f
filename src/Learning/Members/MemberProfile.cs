namespace Learning.Members;

/// <summary>What is told about a member, by the person, a coordinator or a roster, before it is checked and kept.</summary>
public sealed record MemberProfile
{
    /// <inheritdoc cref="Member.Key" />
    public string? Key { get; init; }

    /// <inheritdoc cref="Member.Name" />
    public required string Name { get; init; }

    /// <inheritdoc cref="Member.BirthYear" />
    public int? BirthYear { get; init; }

    /// <inheritdoc cref="Member.OccupationCode" />
    public string? OccupationCode { get; init; }

    /// <inheritdoc cref="Member.OccupationSaid" />
    public string OccupationSaid { get; init; } = "";

    /// <inheritdoc cref="Member.Language" />
    public string Language { get; init; } = "zh";

    /// <inheritdoc cref="Member.TimeZone" />
    public string TimeZone { get; init; } = LocalDay.Usual;

    /// <inheritdoc cref="Member.DailyCapMinutes" />
    public int DailyCapMinutes { get; init; } = 90;

    /// <inheritdoc cref="Member.Slots" />
    public IReadOnlyList<Slot> Slots { get; init; } = [];

    /// <summary>Dates that differ from the week; null: as they are.</summary>
    public IReadOnlyList<SlotException>? SlotExceptions { get; init; }

    /// <inheritdoc cref="Member.QuietTimes" />
    public IReadOnlyList<QuietTime> QuietTimes { get; init; } = [];

    /// <summary>Exemptions; null: as they are.</summary>
    public IReadOnlyList<Exemption>? Exemptions { get; init; }

    /// <summary>Names of the tags; null: as they are.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <inheritdoc cref="Member.Personalised" />
    /// <remarks>Null: as it is. Switching on is the person's own choice; told by others it changes nothing.</remarks>
    public bool? Personalised { get; init; }

    /// <summary>Keys of the groups; null: as they are.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>What is known of a member, to change a part of it. Key, groups, exemptions and tags stay as they are.</summary>
    public static MemberProfile Of(Member member) => new()
    {
        Name = member.Name,
        BirthYear = member.BirthYear,
        OccupationCode = member.OccupationCode,
        OccupationSaid = member.OccupationSaid,
        Language = member.Language,
        TimeZone = member.TimeZone,
        DailyCapMinutes = member.DailyCapMinutes,
        Slots = member.Slots,
        QuietTimes = member.QuietTimes,
    };
}
