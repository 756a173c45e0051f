using Learning.Data;
using Learning.Members;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.SignIn;

/// <summary>The three demo accounts. Their password is public, so they exist in Development on loopback and nowhere else; see <see cref="DemoRule"/>.</summary>
internal sealed class DemoAccounts(SignInDbContext db, LearningDbContext learning, IPasswordHasher<Account> hasher, ILookupNormalizer names, TimeProvider time)
{
    public const string Organisation = "fellow-travellers";
    public const string MemberKey = "demo-member";
    public const string GroupKey = "demo-district";
    public const string Password = "learning";

    /// <summary>Makes what is missing and links it to the seed's member and group, where they are there.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await MakeAsync(cancellationToken);
        var ids = await db.Users.Where(account => account.IsDemo).ToDictionaryAsync(account => account.UserName!, account => account.Id, cancellationToken);
        var (member, coordinator) = (ids[Roles.Member], ids[Roles.Coordinator]);
        await learning.Members.Where(row => row.Organisation == Organisation && row.Key == MemberKey && row.AccountId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, member), cancellationToken);
        await CoordinateAsync(coordinator, cancellationToken);
    }

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        var there = await db.Users.Where(account => account.IsDemo).Select(account => account.UserName!).ToListAsync(cancellationToken);
        var missing = Roles.All.Except(there, StringComparer.Ordinal).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        // One password, hashed once: the salt of a public password protects nothing.
        var roles = await db.Roles.ToDictionaryAsync(role => role.Name!, role => role.Id, cancellationToken);
        var hash = hasher.HashPassword(new Account { Organisation = Organisation }, Password);
        foreach (var name in missing)
        {
            var account = new Account
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                Organisation = Organisation,
                IsDemo = true,
                UserName = name,
                NormalizedUserName = names.NormalizeName(name),
                PasswordHash = hash,
                SecurityStamp = "",
            };
            db.Users.Add(account);
            db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = account.Id, RoleId = roles[name] });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task CoordinateAsync(Guid account, CancellationToken cancellationToken)
    {
        var group = await learning.Groups.FirstOrDefaultAsync(row => row.Organisation == Organisation && row.Key == GroupKey, cancellationToken);
        if (group is not null && !await learning.GroupCoordinators.AnyAsync(row => row.AccountId == account && row.GroupId == group.Id, cancellationToken))
        {
            learning.GroupCoordinators.Add(new GroupCoordinator { AccountId = account, GroupId = group.Id });
            await learning.SaveChangesAsync(cancellationToken);
        }
    }
}
