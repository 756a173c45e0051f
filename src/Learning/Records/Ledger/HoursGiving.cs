using Learning.Data;
using Learning.Materials;
using Microsoft.EntityFrameworkCore;

namespace Learning.Records.Ledger;

/// <summary>Hours that a coordinator answers for: an attendance, a lesson brought to the door, credit from elsewhere. Each with its evidence, by a person with a name.</summary>
public sealed class HoursGiving(LearningDbContext db, HoursLedger ledger, Catalogue catalogue, TimeProvider time)
{
    /// <summary>Most credit hours one document can bring.</summary>
    public const decimal MostTransferred = 100;

    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(10);

    /// <summary>Books hours and saves. The same id again, with the same content, changes nothing.</summary>
    /// <exception cref="BrokenRule">The evidence is not enough, the material is none of the member's organisation, or the lesson counts already.</exception>
    public async Task<HoursEntry> GiveAsync(HoursGift gift, CancellationToken cancellationToken)
    {
        if (await db.HoursEntries.AsNoTracking().FirstOrDefaultAsync(entry => entry.Id == gift.Id, cancellationToken) is { } before)
        {
            return before.MemberId == gift.Member && before.Kind == gift.Kind && before.MaterialId == gift.Material && (gift.Hours is null || before.Hours == gift.Hours)
                ? before
                : throw new BrokenRule("record-id-taken", "Another entry has this id already.", "Give every entry its own new UUID.", BrokenRuleKind.Conflict);
        }

        Demand(gift);
        await using var turn = await db.Database.BeginTransactionAsync(cancellationToken);
        var evidence = gift.Kind == HoursKind.TransferredCredit ? Elsewhere(gift) : await LessonAsync(gift, cancellationToken);
        var added = await ledger.BookAsync([evidence], cancellationToken);
        if (added.All(entry => entry.Id != gift.Id))
        {
            throw new BrokenRule("hours-counted-already", "This lesson, or one that is the same in another wrapper, counts already for this member.", "Nothing needs to be done. GET /members/{id}/hours shows the entry.", BrokenRuleKind.Conflict);
        }

        await db.SaveChangesAsync(cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return added.First(entry => entry.Id == gift.Id);
    }

    private void Demand(HoursGift gift)
    {
        if (gift.Id == Guid.Empty)
        {
            throw new BrokenRule("record-id-empty", "The id is all zeros.", "Give every record its own new UUID.");
        }

        if (gift.At > time.GetUtcNow() + ClockSkew || gift.At < Earliest)
        {
            throw new BrokenRule("record-time-invalid", $"{gift.At:O} is not between 2000 and now.", "Send when it happened, as UTC with offset.");
        }

        if (gift.Kind != HoursKind.AttendanceConfirmed && string.IsNullOrWhiteSpace(gift.Evidence))
        {
            throw new BrokenRule("hours-evidence-missing", "A door visit and credit from elsewhere need their evidence in words.", "Say who was visited when and what was studied, or name the document.");
        }

        var isTransfer = gift.Kind == HoursKind.TransferredCredit;
        if (isTransfer != (gift.Hours is not null) || isTransfer == (gift.Material is not null) || gift.Hours is <= 0 or > MostTransferred)
        {
            throw new BrokenRule(
                "hours-shape-invalid",
                "Attendance and door visits name a material and bring the catalogue's credit; credit from elsewhere names hours, 0.1 to 100, and no material.",
                "Send material for a lesson, hours for a document.");
        }

        if (gift.Hours is { } hours && hours * 10 != decimal.Truncate(hours * 10))
        {
            throw new BrokenRule("hours-not-in-tenths", $"{hours} is not in tenths of an hour.", "Credit is booked in steps of 0.1; give what the document says, rounded by who answers for it.")
            {
                Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["hours"] = hours, [BrokenRule.Where] = "hours" },
            };
        }
    }

    private async Task<HoursEvidence> LessonAsync(HoursGift gift, CancellationToken cancellationToken)
    {
        var materials = await catalogue.CurrentAsync(db, cancellationToken);
        var organisation = await db.Members.Where(member => member.Id == gift.Member).Select(member => member.Organisation).SingleAsync(cancellationToken);
        if (!materials.ById.TryGetValue(gift.Material!.Value, out var material) || material.Organisation != organisation)
        {
            throw new BrokenRule("material-unknown", $"There is no material {gift.Material}.", "Use an id from GET /materials.");
        }

        if (HoursBooking.TenthsOf(material.CreditHours) == 0)
        {
            throw new BrokenRule("material-without-credit", "This material brings no credit hours.", "Report it as a learning record instead; it still counts as studied.");
        }

        // The visit is also something that happened: the lesson is done, and is planned no more.
        db.Records.Add(new LearningRecord
        {
            Id = gift.Id,
            MemberId = gift.Member,
            MaterialId = material.Id,
            Verb = Verb.Attended,
            Success = true,
            At = gift.At.ToUniversalTime(),
            StoredAt = time.GetUtcNow(),
            ReportedBy = gift.By,
        });
        return new HoursEvidence(gift.Id, gift.Member, gift.Kind, gift.At)
        {
            Lesson = material.Lesson, Material = material.Id, Record = gift.Id, Hours = material.CreditHours, Words = gift.Evidence, By = gift.By, ByName = gift.ByName,
        };
    }

    private static HoursEvidence Elsewhere(HoursGift gift) => new(gift.Id, gift.Member, gift.Kind, gift.At)
    {
        Topic = gift.Topic, Hours = gift.Hours!.Value, Words = gift.Evidence, By = gift.By, ByName = gift.ByName,
    };
}

/// <summary>Hours as a coordinator gives them.</summary>
/// <param name="Id">A UUID chosen by who gives them; repeated arrival changes nothing.</param>
/// <param name="Member">To whom.</param>
/// <param name="Kind">Attendance, door visit or credit from elsewhere.</param>
/// <param name="At">When it was learned.</param>
/// <param name="Material">The material; null for credit from elsewhere.</param>
/// <param name="Hours">Credit hours of a document; null for a lesson.</param>
/// <param name="Topic">Topic of credit from elsewhere.</param>
/// <param name="Evidence">The evidence in words.</param>
/// <param name="By">Who answers for it.</param>
/// <param name="ByName">The name of that account.</param>
public sealed record HoursGift(Guid Id, Guid Member, HoursKind Kind, DateTimeOffset At, Guid? Material, decimal? Hours, string? Topic, string Evidence, Guid By, string ByName);
