using Learning.Server.Errors;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Learning.Server.SignIn;

/// <summary>
/// Checks a password. Whatever is wrong (no such account, wrong password, locked), the answer and the work are the same:
/// nobody learns which names exist.
/// </summary>
internal sealed class PasswordCheck(
    SignInDbContext db, ILookupNormalizer names, IPasswordHasher<Account> hasher, IOptions<SignInSettings> settings, TimeProvider time)
{
    private static readonly Account Nobody = new() { Organisation = "" };
    private static string? _hashOfNobody;

    public async Task<Guid> AccountOfAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var normalized = names.NormalizeName(userName.Trim());
        var account = await db.Users.AsNoTracking().FirstOrDefaultAsync(row => row.NormalizedUserName == normalized, cancellationToken);
        var isRight = hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? HashOfNobody(), password) != PasswordVerificationResult.Failed;
        if (account is null || account.LockoutEnd > time.GetUtcNow())
        {
            throw Refused();
        }

        if (!isRight)
        {
            await CountWrongAsync(account.Id, cancellationToken);
            throw Refused();
        }

        if (account.AccessFailedCount > 0)
        {
            await Row(account.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccessFailedCount, 0).SetProperty(row => row.LockoutEnd, (DateTimeOffset?)null), cancellationToken);
        }

        return account.Id;
    }

    /// <summary>Whether it is the password of an account that is not locked; a wrong one counts.</summary>
    public async Task<bool> IsRightAsync(Guid id, string password, CancellationToken cancellationToken)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        if (account.LockoutEnd > time.GetUtcNow())
        {
            return false;
        }

        if (account.PasswordHash is { } hash && hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed)
        {
            return true;
        }

        await CountWrongAsync(id, cancellationToken);
        return false;
    }

    private static Refusal Refused() => new("sign-in-refused", StatusCodes.Status401Unauthorized);

    private async Task CountWrongAsync(Guid account, CancellationToken cancellationToken)
    {
        var lockedUntil = (DateTimeOffset?)time.GetUtcNow().AddMinutes(settings.Value.LockedMinutes);
        var most = settings.Value.WrongPasswords;
        await Row(account).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccessFailedCount, row => row.AccessFailedCount + 1), cancellationToken);
        await Row(account).Where(row => row.AccessFailedCount >= most)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LockoutEnd, lockedUntil).SetProperty(row => row.AccessFailedCount, 0), cancellationToken);
    }

    private IQueryable<Account> Row(Guid id) => db.Users.Where(row => row.Id == id);

    private string HashOfNobody() => _hashOfNobody ??= hasher.HashPassword(Nobody, "nobody's password");
}
