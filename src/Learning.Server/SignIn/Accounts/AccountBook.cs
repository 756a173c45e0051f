using Learning.Data;
using Learning.Members;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.SignIn.Accounts;

/// <summary>The accounts of the caller's organisation, and what they are tied to.</summary>
internal sealed class AccountBook(SignInDbContext accounts, LearningDbContext learning, Caller caller)
{
    /// <summary>The accounts.</summary>
    public IQueryable<Account> All => accounts.Users.Where(account => account.Organisation == caller.Organisation);

    /// <summary>The account, tracked for changes.</summary>
    /// <exception cref="BrokenRule">There is none.</exception>
    public async Task<Account> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await All.FirstOrDefaultAsync(account => account.Id == id, cancellationToken)
        ?? throw new BrokenRule("account-unknown", $"There is no account {id} for you.", "Use an id from GET /accounts.", BrokenRuleKind.NotFound)
        {
            Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = id },
        };

    /// <summary>The account to change: no demo account, whose password everybody knows, and not the caller's own, so that an administrator always stays.</summary>
    public async Task<Account> FindToChangeAsync(Guid id, CancellationToken cancellationToken)
    {
        var account = await FindAsync(id, cancellationToken);
        if (account.IsDemo)
        {
            throw new BrokenRule("account-demo-fixed", "The demo accounts stay as they are.", "Make an account of your own with POST /accounts.", BrokenRuleKind.Conflict);
        }

        return account.Id == caller.AccountId
            ? throw new BrokenRule("account-own", "This is the account you are signed in with.", "Ask another administrator; the own password changes by PUT /me/password.", BrokenRuleKind.Conflict)
            : account;
    }

    /// <summary>The accounts as they are shown, in their order.</summary>
    public async Task<IReadOnlyList<AccountView>> ViewsAsync(IReadOnlyList<Account> shown, CancellationToken cancellationToken)
    {
        var ids = shown.Select(account => account.Id).ToList();
        var roles = (await (from held in accounts.UserRoles join role in accounts.Roles on held.RoleId equals role.Id where ids.Contains(held.UserId) select new { held.UserId, role.Name })
            .ToListAsync(cancellationToken)).ToLookup(row => row.UserId, row => row.Name!);
        var outside = await accounts.UserLogins.Where(login => ids.Contains(login.UserId)).Select(login => login.UserId).ToHashSetAsync(cancellationToken);
        var members = await learning.Members.Where(member => member.AccountId != null && ids.Contains(member.AccountId.Value)).ToDictionaryAsync(member => member.AccountId!.Value, member => member.Id, cancellationToken);
        var groups = (await (from given in learning.GroupCoordinators join row in learning.Groups on given.GroupId equals row.Id where ids.Contains(given.AccountId) orderby row.Key select new { given.AccountId, row.Key })
            .ToListAsync(cancellationToken)).ToLookup(row => row.AccountId, row => row.Key);
        return [.. shown.Select(account => new AccountView(
            account.Id, account.UserName!, [.. roles[account.Id]], members.TryGetValue(account.Id, out var member) ? member : null, [.. groups[account.Id]],
            account.PasswordHash is not null, outside.Contains(account.Id), account.IsLocked, account.IsDemo))];
    }

    /// <summary>The account as it is shown.</summary>
    public async Task<AccountView> ViewAsync(Account account, CancellationToken cancellationToken) => (await ViewsAsync([account], cancellationToken))[0];

    /// <summary>The groups of these keys.</summary>
    /// <exception cref="BrokenRule">There is none of a key.</exception>
    public async Task<IReadOnlyList<Group>> GroupsAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var wanted = keys.Select(key => key.Trim()).Distinct(StringComparer.Ordinal).ToList();
        var found = await learning.Groups.Where(row => row.Organisation == caller.Organisation && wanted.Contains(row.Key)).ToListAsync(cancellationToken);
        return wanted.Except(found.Select(row => row.Key), StringComparer.Ordinal).FirstOrDefault() is { } missing
            ? throw new BrokenRule("group-unknown", $"There is no group '{missing}' for you.", "Use the key of one of your groups; GET /groups lists them.")
            {
                Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["key"] = missing, [BrokenRule.Where] = "coordinates" },
            }
            : found;
    }

    /// <summary>Lets an account look after these groups and no others.</summary>
    public async Task CoordinateAsync(Guid account, IReadOnlyList<Group> groups, CancellationToken cancellationToken)
    {
        await learning.GroupCoordinators.Where(row => row.AccountId == account).ExecuteDeleteAsync(cancellationToken);
        learning.GroupCoordinators.AddRange(groups.Select(row => new GroupCoordinator { AccountId = account, GroupId = row.Id }));
        await learning.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The member who is to sign in with a new account.</summary>
    /// <exception cref="BrokenRule">There is none, or one who signs in already.</exception>
    public async Task<Member> MemberWithoutAccountAsync(Guid id, CancellationToken cancellationToken)
    {
        var member = await learning.Members.FirstOrDefaultAsync(row => row.Id == id && row.Organisation == caller.Organisation, cancellationToken)
            ?? throw new BrokenRule("member-unknown", $"There is no member {id} for you.", "Use an id from GET /members.", BrokenRuleKind.NotFound)
            {
                Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = id },
            };
        return member.AccountId is null
            ? member
            : throw new BrokenRule("member-has-account", "The member signs in with another account already.", "Set a new password for that account: POST /accounts/{id}/password.", BrokenRuleKind.Conflict);
    }

    /// <summary>Lets a member sign in with an account.</summary>
    public async Task LinkAsync(Member member, Guid account, CancellationToken cancellationToken)
    {
        member.AccountId = account;
        await learning.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Removes an account; the member stays.</summary>
    public async Task RemoveAsync(Guid account, CancellationToken cancellationToken)
    {
        await learning.Members.Where(member => member.AccountId == account).ExecuteUpdateAsync(set => set.SetProperty(member => member.AccountId, (Guid?)null), cancellationToken);
        await learning.GroupCoordinators.Where(row => row.AccountId == account).ExecuteDeleteAsync(cancellationToken);
        await accounts.Users.Where(row => row.Id == account).ExecuteDeleteAsync(cancellationToken);
    }
}
