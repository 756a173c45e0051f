using Learning.Data;
using Learning.Members;
using Learning.Plans;
using Learning.Plans.Words;
using Learning.Records;
using Learning.Records.Ledger;
using Learning.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Learning.Rights;

/// <summary>Everything kept about a member, as it is kept.</summary>
/// <param name="Member">What was told and chosen, with every membership there ever was.</param>
/// <param name="Records">What the person did.</param>
/// <param name="Hours">Credit hours, each booking with its evidence.</param>
/// <param name="Impressions">What the person was shown, and the numbers it was ranked by.</param>
/// <param name="Plans">Plans.</param>
/// <param name="Reviews">What was done with the plans.</param>
/// <param name="Words">Words about the plans that a model wrote, labelled as such.</param>
public sealed record MemberExport(
    Member Member,
    IReadOnlyList<LearningRecord> Records,
    IReadOnlyList<HoursEntry> Hours,
    IReadOnlyList<Impression> Impressions,
    IReadOnlyList<StoredPlan> Plans,
    IReadOnlyList<ReviewAct> Reviews,
    IReadOnlyList<ToldWords> Words)
{
    /// <summary>Reads it; null when there is no such member.</summary>
    public static async Task<MemberExport?> ReadAsync(LearningDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var member = await db.Members.AsNoTracking().Include(row => row.Groups).FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (member is null)
        {
            return null;
        }

        var plans = await db.Plans.AsNoTracking().Where(plan => plan.MemberId == id).OrderBy(plan => plan.Id).ToListAsync(cancellationToken);
        var planIds = plans.ConvertAll(plan => plan.Id);
        return new MemberExport(
            member,
            await db.Records.AsNoTracking().Where(record => record.MemberId == id).OrderBy(record => record.At).ToListAsync(cancellationToken),
            await db.HoursEntries.AsNoTracking().Include(entry => entry.Postings).Where(entry => entry.MemberId == id).OrderBy(entry => entry.BookedAt).ToListAsync(cancellationToken),
            await db.Impressions.AsNoTracking().Where(impression => impression.MemberId == id).OrderBy(impression => impression.At).ToListAsync(cancellationToken),
            plans,
            await db.ReviewActs.AsNoTracking().Where(act => planIds.Contains(act.PlanId)).OrderBy(act => act.At).ToListAsync(cancellationToken),
            await db.ToldWords.AsNoTracking().Where(words => planIds.Contains(words.PlanId)).OrderBy(words => words.Id).ToListAsync(cancellationToken));
    }
}
