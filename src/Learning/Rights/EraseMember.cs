using Learning.Candidates;
using Learning.Data;
using Learning.Members;
using Learning.Ranking.Models;
using Microsoft.EntityFrameworkCore;

namespace Learning.Rights;

/// <summary>Erases a member and everything kept about the person; what was learned from the person is learned anew without.</summary>
public sealed class EraseMember(LearningDbContext db, StatisticsKeeper statistics, ModelStore models, TimeProvider time)
{
    /// <summary>Erases.</summary>
    /// <returns>The account that signed in as the member, which is the host's to erase; null when there was none.</returns>
    /// <exception cref="BrokenRule">There is no such member.</exception>
    public async Task<Guid?> EraseAsync(Guid id, CancellationToken cancellationToken)
    {
        var account = await db.Members.Where(member => member.Id == id).Select(member => member.AccountId).FirstOrDefaultAsync(cancellationToken);

        // Before, not after: whoever is killed between the two leaves a mark too many and no trace too many.
        if (await db.Members.AnyAsync(member => member.Id == id, cancellationToken))
        {
            models.MarkErased(id, time.GetUtcNow());
        }

        await MemberErasure.EraseAsync(db, id, cancellationToken);
        statistics.Forget();
        return account;
    }
}
