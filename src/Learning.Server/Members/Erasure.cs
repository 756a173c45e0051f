using Learning.Data;
using Learning.Rights;
using Learning.Server.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Members;

/// <summary>Erases a member and the account that signed in as the member, and the replies kept for repetition that tell of the person.</summary>
internal sealed class Erasure(EraseMember members, LearningDbContext learning, SignInDbContext accounts)
{
    public async Task EraseAsync(Guid id, CancellationToken cancellationToken)
    {
        var place = $"/api/v1/members/{id}";
        await accounts.KeptReplies.Where(reply => reply.Location == place || reply.Path.StartsWith(place)).ExecuteDeleteAsync(cancellationToken);
        if (await members.EraseAsync(id, cancellationToken) is { } account)
        {
            await learning.GroupCoordinators.Where(row => row.AccountId == account).ExecuteDeleteAsync(cancellationToken);
            await accounts.Users.Where(row => row.Id == account).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
