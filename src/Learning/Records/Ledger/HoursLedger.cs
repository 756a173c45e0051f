using Learning.Data;
using Microsoft.EntityFrameworkCore;

namespace Learning.Records.Ledger;

/// <summary>The one truth about credit hours: append-only, both sides of every entry, each lesson once. Who calls has checked who may.</summary>
public sealed class HoursLedger(LearningDbContext db, TimeProvider time)
{
    /// <summary>
    /// Adds entries for evidence to the context, to be saved by the caller together with what they rest on. Evidence for a lesson that counts already brings nothing;
    /// evidence from an earlier day takes its place, so that the order of arrival changes nothing.
    /// </summary>
    /// <returns>The entries that were added, reversals among them.</returns>
    public async Task<IReadOnlyList<HoursEntry>> BookAsync(IReadOnlyList<HoursEvidence> evidence, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var worth = evidence.Where(one => HoursBooking.TenthsOf(one.Hours) > 0).ToList();
        var books = await BooksAsync(worth, cancellationToken);
        var added = new List<HoursEntry>();
        foreach (var one in worth.OrderBy(one => one.At).ThenBy(one => one.Id))
        {
            if (one.Lesson is null)
            {
                added.Add(HoursBooking.Entry(one, 0, now));
                continue;
            }

            var book = books.TryGetValue((one.Member, one.Lesson.Value), out var kept) ? kept : books[(one.Member, one.Lesson.Value)] = new Book();
            if (book.Live is { } live && (live.At <= one.At || live.Id == one.Id))
            {
                continue;
            }

            if (book.Live is { } later)
            {
                added.Add(HoursBooking.Reversal(later, Guid.CreateVersion7(now), "earlier-evidence", null, "", now));
            }

            var entry = HoursBooking.Entry(one, book.NextTurn, now);
            added.Add(entry);
            book.Live = entry;
            book.NextTurn++;
        }

        db.HoursEntries.AddRange(added);
        return added;
    }

    /// <summary>Takes an entry back and saves.</summary>
    /// <exception cref="BrokenRule">There is no such entry for this member, it is a reversal itself, or it was taken back already.</exception>
    public async Task<HoursEntry> ReverseAsync(Guid member, Guid id, string why, Guid by, string byName, CancellationToken cancellationToken)
    {
        var entry = await db.HoursEntries.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id && one.MemberId == member, cancellationToken)
            ?? throw new BrokenRule("hours-entry-unknown", $"There is no entry {id} for this member.", "Use an id from GET /members/{id}/hours.", BrokenRuleKind.NotFound);
        if (entry.Reverses is not null)
        {
            throw new BrokenRule("hours-entry-is-reversal", "A reversal is not reversed.", "Book the hours again, with their evidence.", BrokenRuleKind.Conflict);
        }

        if (await db.HoursEntries.AnyAsync(other => other.Reverses == id, cancellationToken))
        {
            throw Reversed(id);
        }

        var now = time.GetUtcNow();
        var reversal = HoursBooking.Reversal(entry, Guid.CreateVersion7(now), why, by, byName, now);
        db.HoursEntries.Add(reversal);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException taken) when (Constraints.IsTaken(taken))
        {
            db.ChangeTracker.Clear();
            throw Reversed(id);
        }

        return reversal;
    }

    /// <summary>What a member has: entries that were not taken back.</summary>
    public static async Task<IReadOnlyList<EarnedCredit>> EarnedAsync(LearningDbContext db, Guid member, CancellationToken cancellationToken)
    {
        var entries = await db.HoursEntries.AsNoTracking().Where(entry => entry.MemberId == member).ToListAsync(cancellationToken);
        var takenBack = entries.Select(entry => entry.Reverses).OfType<Guid>().ToHashSet();
        return [.. entries.Where(entry => entry.Reverses is null && !takenBack.Contains(entry.Id)).OrderBy(entry => entry.At).ThenBy(entry => entry.Id)
            .Select(entry => new EarnedCredit(entry.At, entry.MaterialId, entry.Topic, entry.Hours))];
    }

    /// <summary>Entries whose sides do not add up to nothing, or do not say what the entry says. There are none, ever.</summary>
    public static Task<List<Guid>> UnbalancedAsync(LearningDbContext db, CancellationToken cancellationToken) => db.HoursEntries.AsNoTracking()
        .Where(entry => entry.Postings.Count != 2 || entry.Postings.Sum(posting => posting.Tenths) != 0
            || entry.Postings.Where(posting => posting.Account == HoursAccounts.Earned).Sum(posting => posting.Tenths) != entry.Tenths)
        .Select(entry => entry.Id).ToListAsync(cancellationToken);

    private static BrokenRule Reversed(Guid id) => new("hours-entry-reversed", $"The entry {id} was taken back already.", "Load the hours again.", BrokenRuleKind.Conflict);

    private async Task<Dictionary<(Guid Member, Guid Lesson), Book>> BooksAsync(List<HoursEvidence> evidence, CancellationToken cancellationToken)
    {
        var members = evidence.Select(one => one.Member).Distinct().ToList();
        var lessons = evidence.Select(one => one.Lesson).OfType<Guid>().Distinct().ToList();
        var kept = await db.HoursEntries.AsNoTracking()
            .Where(entry => members.Contains(entry.MemberId) && entry.Lesson != null && lessons.Contains(entry.Lesson.Value)).ToListAsync(cancellationToken);
        var takenBack = kept.Select(entry => entry.Reverses).OfType<Guid>().ToHashSet();
        return kept.Where(entry => entry.Reverses is null).GroupBy(entry => (entry.MemberId, entry.Lesson!.Value)).ToDictionary(
            same => same.Key,
            same => new Book { Live = same.FirstOrDefault(entry => !takenBack.Contains(entry.Id)), NextTurn = same.Max(entry => entry.Turn) + 1 });
    }

    private sealed class Book
    {
        public HoursEntry? Live { get; set; }

        public int NextTurn { get; set; }
    }
}

/// <summary>Credit that counts.</summary>
/// <param name="At">When it was learned.</param>
/// <param name="Material">The material; null for credit from elsewhere.</param>
/// <param name="Topic">The topic of credit from elsewhere.</param>
/// <param name="Hours">Credit hours.</param>
public sealed record EarnedCredit(DateTimeOffset At, Guid? Material, string? Topic, decimal Hours);
