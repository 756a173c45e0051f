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
        var live = from entry in db.HoursEntries.AsNoTracking()
                   join material in db.Materials on entry.MaterialId equals material.Id
                   where entry.Reverses == null && !db.HoursEntries.Any(other => other.Reverses == entry.Id)
                   select new { Entry = entry, material.Lesson };
        var doubled = await (from one in live
                             from other in live
                             where one.Entry.MemberId == other.Entry.MemberId && one.Lesson == other.Lesson && one.Entry.Id != other.Entry.Id && one.Entry.Lesson != other.Entry.Lesson
                             select new { one.Entry, one.Lesson }).Distinct().ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        var reversals = doubled.GroupBy(pair => (pair.Entry.MemberId, pair.Lesson))
            .SelectMany(same => same.Select(pair => pair.Entry).DistinctBy(entry => entry.Id).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).Skip(1))
            .Select(entry => HoursBooking.Reversal(entry, Guid.CreateVersion7(now), "same-lesson", null, "", now)).ToList();
        db.HoursEntries.AddRange(reversals);
        await db.SaveChangesAsync(cancellationToken);
        return reversals.Count;
    }
}
