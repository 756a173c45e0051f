using Learning.Members.Occupations;

namespace Learning.Server.Members;

/// <summary>A member.</summary>
public record MemberAnswer
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The number by which the organisation knows the person.</summary>
    public string? Key { get; init; }

    /// <summary>Key of the organisation.</summary>
    public required string Organisation { get; init; }

    /// <summary>How the person is called.</summary>
    public required string Name { get; init; }

    /// <summary>Year of birth; null when not told.</summary>
    public int? BirthYear { get; init; }

    /// <summary>Age at the end of this year; null when not told.</summary>
    public int? Age { get; init; }

    /// <summary>The occupation.</summary>
    public required OccupationAnswer Occupation { get; init; }

    /// <summary>Groups the person belongs to now.</summary>
    public required IReadOnlyList<MembershipAnswer> Groups { get; init; }

    /// <summary>Weekly hours that are free for study.</summary>
    public required IReadOnlyList<SlotShape> Slots { get; init; }

    /// <summary>Dates from today on that differ from the week: days off and other times.</summary>
    public required IReadOnlyList<SlotExceptionShape> SlotExceptions { get; init; }

    /// <summary>Hours of the week in which nothing may be planned.</summary>
    public required IReadOnlyList<QuietTimeShape> QuietTimes { get; init; }

    /// <summary>Most minutes of study on one day.</summary>
    public required int DailyCapMinutes { get; init; }

    /// <summary>Language read first.</summary>
    public required string Language { get; init; }

    /// <summary>IANA time zone of the slots.</summary>
    public required string TimeZone { get; init; }

    /// <summary>What takes the person out of an hours rule.</summary>
    public required IReadOnlyList<ExemptionShape> Exemptions { get; init; }

    /// <summary>Words that describe interests, each with where it comes from.</summary>
    public required IReadOnlyList<TagAnswer> Tags { get; init; }

    /// <summary>Whether traits and history may touch recommendations; the person's own choice.</summary>
    public required bool Personalisation { get; init; }

    /// <summary>Counts the changes; also the ETag.</summary>
    public required int Version { get; init; }
}

/// <summary>An occupation.</summary>
/// <param name="Code">Code in the classification of 2022, or <c>retired</c>; null while undecided.</param>
/// <param name="Name">Its name, in the caller's language where there is one.</param>
/// <param name="Said">In the person's own words.</param>
public sealed record OccupationAnswer(string? Code, string? Name, string Said)
{
    private const int Shown = 5;

    /// <summary>What the words may mean, likeliest first; there while nobody has decided.</summary>
    public IReadOnlyList<OccupationCandidateAnswer>? Candidates { get; init; }

    /// <summary>An occupation as it is kept: with its name where it is decided, with candidates where it is not.</summary>
    internal static OccupationAnswer Of(string? code, string said, string language, OccupationMatcher occupations) => new(code, code is null ? null : OccupationCodes.NameOf(code, language), said)
    {
        Candidates = code is not null || said.Length == 0
            ? null
            : [.. occupations.Match(said, Shown).Candidates.Select(candidate => new OccupationCandidateAnswer(candidate.Occupation.Code, candidate.Occupation.In(language), candidate.Score))],
    };
}

/// <summary>An occupation that words may mean.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Score">How sure it is, 0–1.</param>
public sealed record OccupationCandidateAnswer(string Code, string Name, double Score);

/// <summary>That a member belongs to a group.</summary>
/// <param name="Key">Key of the group.</param>
/// <param name="Name">Its name, in the caller's language.</param>
/// <param name="From">First day.</param>
public sealed record MembershipAnswer(string Key, string Name, DateOnly From);

/// <summary>A tag.</summary>
/// <param name="Name">The tag.</param>
/// <param name="From">Who said it: <c>member</c>, <c>coordinator</c> or <c>roster</c>.</param>
public sealed record TagAnswer(string Name, string From);
