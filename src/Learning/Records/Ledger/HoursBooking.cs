namespace Learning.Records.Ledger;

/// <summary>Evidence of hours before it is booked.</summary>
/// <param name="Id">Id of the entry to be; the record's where one is the evidence.</param>
/// <param name="Member">Whose.</param>
/// <param name="Kind">What it is.</param>
/// <param name="At">When it was learned.</param>
public sealed record HoursEvidence(Guid Id, Guid Member, HoursKind Kind, DateTimeOffset At)
{
    /// <summary>The lesson, where there is one.</summary>
    public Guid? Lesson { get; init; }

    /// <summary>The material, where there is one.</summary>
    public Guid? Material { get; init; }

    /// <summary>The learning record that is the evidence.</summary>
    public Guid? Record { get; init; }

    /// <summary>Topic of credit from elsewhere.</summary>
    public string? Topic { get; init; }

    /// <summary>Credit hours: the catalogue's, or what a document says.</summary>
    public decimal Hours { get; init; }

    /// <summary>The evidence in words.</summary>
    public string Words { get; init; } = "";

    /// <summary>Who answers for it.</summary>
    public Guid? By { get; init; }

    /// <summary>The name of that account.</summary>
    public string ByName { get; init; } = "";
}

/// <summary>Makes entries, both sides at once: nothing else makes them.</summary>
internal static class HoursBooking
{
    /// <summary>The entry for evidence.</summary>
    public static HoursEntry Entry(HoursEvidence evidence, int turn, DateTimeOffset now) => WithPostings(
        new HoursEntry
        {
            Id = evidence.Id,
            MemberId = evidence.Member,
            Kind = evidence.Kind,
            Tenths = TenthsOf(evidence.Hours),
            Lesson = evidence.Lesson,
            MaterialId = evidence.Material,
            RecordId = evidence.Record,
            Topic = evidence.Topic,
            Evidence = evidence.Words,
            By = evidence.By,
            ByName = evidence.ByName,
            At = evidence.At.ToUniversalTime(),
            BookedAt = now,
            Turn = turn,
        },
        HoursAccounts.SourceOf(evidence.Kind));

    /// <summary>The entry that takes another back. It counts on the same day, so that no period keeps what it should not have.</summary>
    public static HoursEntry Reversal(HoursEntry entry, Guid id, string why, Guid? by, string byName, DateTimeOffset now) => WithPostings(
        new HoursEntry
        {
            Id = id,
            MemberId = entry.MemberId,
            Kind = HoursKind.Reversal,
            Tenths = -entry.Tenths,
            Lesson = entry.Lesson,
            MaterialId = entry.MaterialId,
            Topic = entry.Topic,
            Evidence = why,
            By = by,
            ByName = byName,
            At = entry.At,
            BookedAt = now,
            Reverses = entry.Id,
            Turn = entry.Turn,
        },
        HoursAccounts.SourceOf(entry.Kind));

    /// <summary>Tenths of hours: the catalogue is exact to one.</summary>
    public static int TenthsOf(decimal hours) => (int)decimal.Round(hours * 10, MidpointRounding.AwayFromZero);

    private static HoursEntry WithPostings(HoursEntry entry, string source)
    {
        entry.Postings.Add(new HoursPosting { EntryId = entry.Id, Account = HoursAccounts.Earned, MemberId = entry.MemberId, Tenths = entry.Tenths });
        entry.Postings.Add(new HoursPosting { EntryId = entry.Id, Account = source, MemberId = entry.MemberId, Tenths = -entry.Tenths });
        return entry;
    }
}
