using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Learning.Server.SignIn;

/// <summary>Who an account is now: taken from the database with each request, so that an ended session, a lost role or an erased account counts at once.</summary>
internal sealed class AccountPrincipals(SignInDbContext db, IOptions<SignInSettings> settings, TimeProvider time)
{
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    public const string OrganisationClaim = "organisation";

    /// <summary>The account of a session that lasts; null when it has ended.</summary>
    public async Task<ClaimsPrincipal?> OfSessionAsync(string? account, string? session, string scheme, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(account, out var accountId) || !Guid.TryParse(session, out var sessionId))
        {
            return null;
        }

        var now = time.GetUtcNow();
        var ends = await db.Sessions.Where(row => row.Id == sessionId && row.AccountId == accountId && row.EndedAt == null && row.ExpiresAt > now)
            .Select(row => (DateTimeOffset?)row.ExpiresAt).FirstOrDefaultAsync(cancellationToken);
        if (ends is null)
        {
            return null;
        }

        if (scheme == Schemes.Cookie)
        {
            await KeepAliveAsync(sessionId, ends.Value, now, cancellationToken);
        }

        return await OfAccountAsync(accountId, scheme, new Claim("sid", sessionId.ToString()), cancellationToken);
    }

    // A cookie has no refresh token: using the pages renews its session, once a day.
    private Task KeepAliveAsync(Guid session, DateTimeOffset ends, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var fresh = now.AddDays(settings.Value.RefreshTokenDays);
        return fresh - ends < ADay
            ? Task.CompletedTask
            : db.Sessions.Where(row => row.Id == session && row.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, fresh), cancellationToken);
    }

    /// <summary>The account that an issuer outside knows under a subject; null when there is none.</summary>
    public async Task<ClaimsPrincipal?> OfSubjectAsync(string issuer, string? subject, string scheme, CancellationToken cancellationToken)
    {
        var login = await db.UserLogins.AsNoTracking().FirstOrDefaultAsync(row => row.LoginProvider == issuer && row.ProviderKey == subject, cancellationToken);
        return login is null ? null : await OfAccountAsync(login.UserId, scheme, null, cancellationToken);
    }

    private async Task<ClaimsPrincipal?> OfAccountAsync(Guid id, string scheme, Claim? session, CancellationToken cancellationToken)
    {
        var forever = Account.Forever;
        var account = await db.Users.AsNoTracking().Where(row => row.Id == id && (row.LockoutEnd == null || row.LockoutEnd < forever)).Select(row => new { row.UserName, row.Organisation }).FirstOrDefaultAsync(cancellationToken);
        if (account is null)
        {
            return null;
        }

        var roles = await (
            from held in db.UserRoles
            join role in db.Roles on held.RoleId equals role.Id
            where held.UserId == id
            select role.Name).ToListAsync(cancellationToken);
        Claim[] claims = [new("sub", id.ToString()), new("name", account.UserName!), new(OrganisationClaim, account.Organisation), .. roles.Select(role => new Claim("role", role!))];
        return new ClaimsPrincipal(new ClaimsIdentity(session is null ? claims : [.. claims, session], scheme, "name", "role"));
    }
}
