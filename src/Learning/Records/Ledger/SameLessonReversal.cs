using Learning.Data;
using Microsoft.EntityFrameworkCore;

namespace Learning.Records.Ledger;

/// <summary>When two lessons turn out to be the same one in another wrapper, members who learned both keep the earlier entry; the later is taken back.</summary>
public static class SameLessonReversal
{
    /// <summary>Takes back what counts twice, and saves.</summary>
    /// <returns>How many entries were taken back.</returns>
    public static async Task<int> RunAsync(LearningDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        // Two can only have become one where a material has moved to another lesson since it was booked; that is asked first, for it is quick.
        var moved = await (from entry in db.HoursEntries.AsNoTracking()
                           join material in db.Materials on entry.MaterialId equals material.Id
                           where entry.Reverses == null && entry.Lesson != material.Lesson
                           select entry.MemberId).Distinct().ToListAsync(cancellationToken);
        var doubled = (await (from entry in db.HoursEntries.AsNoTracking()
                              join material in db.Materials on entry.MaterialId equals material.Id
                              where moved.Contains(entry.MemberId) && entry.Reverses == null && !db.HoursEntries.Any(other => other.Reverses == entry.Id)
                              select new { Entry = entry, material.Lesson }).ToListAsync(cancellationToken))
            .GroupBy(pair => (pair.Entry.MemberId, pair.Lesson))
            .Where(same => same.Select(pair => pair.Entry.Lesson).Distinct().Skip(1).Any());
        var now = time.GetUtcNow();
        var reversals = doubled
            .SelectMany(same => same.Select(pair => pair.Entry).DistinctBy(entry => entry.Id).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).Skip(1))
            .Select(entry => HoursBooking.Reversal(entry, Guid.CreateVersion7(now), "same-lesson", null, "", now)).ToList();
        db.HoursEntries.AddRange(reversals);
        await db.SaveChangesAsync(cancellationToken);
        return reversals.Count;
    }
}
