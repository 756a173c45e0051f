namespace Learning.Records.Ledger;

/// <summary>
/// A booking of credit hours with its evidence. Never changed: what was wrong is reversed by another entry.
/// A booking that rests on a learning record has that record's id, so that the same evidence is booked once.
/// </summary>
public sealed class HoursEntry
{
    /// <summary>UUID; the record's where one is the evidence.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose hours.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>What they rest on.</summary>
    public required HoursKind Kind { get; init; }

    /// <summary>Tenths of a credit hour; below 0 for a reversal.</summary>
    public required int Tenths { get; init; }

    /// <summary>The lesson; near-duplicates share it. Null for credit from elsewhere.</summary>
    public Guid? Lesson { get; init; }

    /// <summary>The material; null for credit from elsewhere.</summary>
    public Guid? MaterialId { get; init; }

    /// <summary>The learning record that is the evidence.</summary>
    public Guid? RecordId { get; init; }

    /// <summary>The topic of credit from elsewhere; null where none was said.</summary>
    public string? Topic { get; init; }

    /// <summary>The evidence in words (what was seen at the door, which document), or why it was reversed.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>The account that answers for it; null where the house graded it.</summary>
    public Guid? By { get; init; }

    /// <summary>That account's name, as it was then.</summary>
    public string ByName { get; init; } = "";

    /// <summary>When it was learned: the day on which the hours count.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was booked.</summary>
    public required DateTimeOffset BookedAt { get; init; }

    /// <summary>The entry that this one takes back.</summary>
    public Guid? Reverses { get; init; }

    /// <summary>How often this lesson was booked for this member before; the database lets each turn happen once.</summary>
    public int Turn { get; init; }

    /// <summary>Both sides of it.</summary>
    public List<HoursPosting> Postings { get; init; } = [];

    /// <summary>Credit hours.</summary>
    public decimal Hours => Tenths / 10m;
}

/// <summary>One side of an entry. The sides of an entry add up to nothing.</summary>
public sealed class HoursPosting
{
    /// <summary>The entry.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>The account: <see cref="HoursAccounts.Earned"/>, or where the hours come from.</summary>
    public required string Account { get; init; }

    /// <summary>Whose.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>Tenths of a credit hour.</summary>
    public required int Tenths { get; init; }
}

/// <summary>What hours rest on.</summary>
public enum HoursKind
{
    /// <summary>A recall that was passed, graded here.</summary>
    RecallPassed,

    /// <summary>An attendance that a coordinator confirmed.</summary>
    AttendanceConfirmed,

    /// <summary>A lesson brought to somebody's door, as the coordinator who was there says.</summary>
    DoorVisit,

    /// <summary>Credit earned elsewhere, with its document.</summary>
    TransferredCredit,

    /// <summary>The opposite of an earlier entry.</summary>
    Reversal,
}

/// <summary>The accounts of the ledger.</summary>
public static class HoursAccounts
{
    /// <summary>What members have.</summary>
    public const string Earned = "earned";

    /// <summary>Where hours of a kind come from.</summary>
    public static string SourceOf(HoursKind kind) => kind switch
    {
        HoursKind.RecallPassed => "recalls",
        HoursKind.AttendanceConfirmed => "attendances",
        HoursKind.DoorVisit => "door-visits",
        HoursKind.TransferredCredit => "transfers",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A reversal goes back to where the hours came from."),
    };
}
