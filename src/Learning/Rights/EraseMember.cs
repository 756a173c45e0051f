using Learning.Candidates;
using Learning.Data;
using Microsoft.EntityFrameworkCore;

namespace Learning.Rights;

/// <summary>Erases a member and everything kept about the person: records, lists shown, plans with their history, memberships. What was learned from them is learned anew without them.</summary>
public sealed class EraseMember(LearningDbContext db, StatisticsKeeper statistics)
{
    /// <summary>Erases; erasing somebody who is not there is done already.</summary>
    /// <returns>The account that signed in as the member, which is the host's to erase; null when there was none.</returns>
    public async Task<Guid?> EraseAsync(Guid id, CancellationToken cancellationToken)
    {
        var account = await db.Members.Where(member => member.Id == id).Select(member => member.AccountId).FirstOrDefaultAsync(cancellationToken);

        // One statement: the foreign keys take everything else along, or nothing happens at all.
        await db.Members.Where(member => member.Id == id).ExecuteDeleteAsync(cancellationToken);
        statistics.Forget();
        return account;
    }
}
