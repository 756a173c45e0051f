using Learning.Data;
using Microsoft.EntityFrameworkCore;

namespace Learning.Records.Ledger;

/// <summary>
/// Books what records prove and nobody has booked: the records from before there was a ledger, and those of the seed. In the database itself,
/// so that a hundred thousand records take a second or two; done again it does nothing.
/// </summary>
public static class HoursBackfill
{
    private const string Mark = "hours-booked";

    private static readonly string Entries = $"""
        INSERT INTO "HoursEntries" ("Id", "MemberId", "Kind", "Tenths", "Lesson", "MaterialId", "RecordId", "Topic", "Evidence", "By", "ByName", "At", "BookedAt", "Reverses", "Turn")
        SELECT first."Id", first."MemberId", CASE WHEN first."Verb" = {(int)Verb.Recalled} THEN {(int)HoursKind.RecallPassed} ELSE {(int)HoursKind.AttendanceConfirmed} END,
               first."Tenths", first."Lesson", first."MaterialId", first."Id", NULL, '', first."ReportedBy", '', first."At", first."StoredAt", NULL, 0
        FROM (
            SELECT record.*, material."Lesson" AS "Lesson", CAST(ROUND(material."CreditHours" * 10) AS INTEGER) AS "Tenths",
                   ROW_NUMBER() OVER (PARTITION BY record."MemberId", material."Lesson" ORDER BY record."At", record."Id") AS "Place"
            FROM "Records" AS record JOIN "Materials" AS material ON material."Id" = record."MaterialId"
            WHERE record."Verb" IN ({(int)Verb.Recalled}, {(int)Verb.Attended}) AND record."Success" AND material."CreditHours" >= 0.05
        ) AS first
        WHERE first."Place" = 1
          AND NOT EXISTS (SELECT 1 FROM "HoursEntries" AS entry WHERE entry."MemberId" = first."MemberId" AND entry."Lesson" = first."Lesson")
        """;

    private static readonly string Postings = $"""
        INSERT INTO "HoursPostings" ("EntryId", "Account", "MemberId", "Tenths")
        SELECT entry."Id", '{HoursAccounts.Earned}', entry."MemberId", entry."Tenths" FROM "HoursEntries" AS entry
        WHERE NOT EXISTS (SELECT 1 FROM "HoursPostings" AS posting WHERE posting."EntryId" = entry."Id")
        UNION ALL
        SELECT entry."Id", CASE WHEN entry."Kind" = {(int)HoursKind.RecallPassed} THEN '{HoursAccounts.SourceOf(HoursKind.RecallPassed)}' ELSE '{HoursAccounts.SourceOf(HoursKind.AttendanceConfirmed)}' END,
               entry."MemberId", -entry."Tenths" FROM "HoursEntries" AS entry
        WHERE NOT EXISTS (SELECT 1 FROM "HoursPostings" AS posting WHERE posting."EntryId" = entry."Id")
        """;

    /// <summary>Books once in the life of a store; later calls only look at a mark.</summary>
    public static async Task OnceAsync(LearningDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.StoreFacts.AnyAsync(fact => fact.Name == Mark, cancellationToken))
        {
            await using var turn = await db.Database.BeginTransactionAsync(cancellationToken);
            await RunAsync(db, cancellationToken);
            db.StoreFacts.Add(new StoreFact { Name = Mark, Number = 1 });
            await db.SaveChangesAsync(cancellationToken);
            await turn.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Books what is missing, within the caller's transaction.</summary>
    /// <returns>How many entries were added.</returns>
    internal static async Task<int> RunAsync(LearningDbContext db, CancellationToken cancellationToken)
    {
        var entries = await db.Database.ExecuteSqlRawAsync(Entries, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(Postings, cancellationToken);
        return entries;
    }
}
