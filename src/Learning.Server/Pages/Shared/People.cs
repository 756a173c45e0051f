using Learning.Data;
using Learning.Server.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Shared;

/// <summary>
/// Says who did something as a reader knows the person: a member by the name, others by their account and role in the reader's language.
/// What is kept with an act is the name of the account; programs that act have names of their own (<c>schedule</c>).
/// </summary>
internal sealed class People(SignInDbContext accounts, LearningDbContext db, Caller caller, Words words)
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>The person behind the name of an account; the name itself where the account is gone.</summary>
    public async Task<string> NameAsync(string account)
    {
        if (!_known.TryGetValue(account, out var name))
        {
            _known[account] = name = await FindAsync(account);
        }

        return name;
    }

    private async Task<string> FindAsync(string account)
    {
        var id = await accounts.Users.Where(user => user.Organisation == caller.Organisation && user.UserName == account).Select(user => (Guid?)user.Id).FirstOrDefaultAsync();
        if (id is null)
        {
            return words.Has($"by.{account}") ? words[$"by.{account}"] : account;
        }

        if (await db.Members.Where(member => member.AccountId == id).Select(member => member.Name).FirstOrDefaultAsync() is { } name)
        {
            return name;
        }

        var held = await (
            from row in accounts.UserRoles
            join role in accounts.Roles on row.RoleId equals role.Id
            where row.UserId == id
            select role.Name).ToListAsync();
        var shown = new[] { Roles.Administrator, Roles.Coordinator }.FirstOrDefault(held.Contains);
        return shown is null ? account
            : account == shown ? words[$"by.{shown}"]
            : words.Of("by.named", ("name", account), ("role", words[$"role.{shown}"]));
    }
}
