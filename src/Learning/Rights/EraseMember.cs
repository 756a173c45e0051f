using Learning.Candidates;
using Learning.Data;
using Learning.Members;
using Microsoft.EntityFrameworkCore;

namespace Learning.Rights;

/// <summary>Erases a member and everything kept about the person; what was learned from the person is learned anew without.</summary>
public sealed class EraseMember(LearningDbContext db, StatisticsKeeper statistics)
{
    /// <summary>Erases.</summary>
    /// <returns>The account that signed in as the member, which is the host's to erase; null when there was none.</returns>
    /// <exception cref="BrokenRule">There is no such member.</exception>
    public async Task<Guid?> EraseAsync(Guid id, CancellationToken cancellationToken)
    {
        var account = await db.Members.Where(member => member.Id == id).Select(member => member.AccountId).FirstOrDefaultAsync(cancellationToken);
        await MemberErasure.EraseAsync(db, id, cancellationToken);
        statistics.Forget();
        return account;
    }
}
