using System.Security.Cryptography;
using Learning.Server.Conventions;
using Learning.Server.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Learning.Server.SignIn;

/// <summary>Begins, renews and ends sessions.</summary>
internal sealed class Sessions(SignInDbContext db, AccessTokens tokens, IOptions<SignInSettings> settings, TimeProvider time)
{
    private const int IdBytes = 16;
    private const int SecretBytes = 32;

    public async Task<TokensAnswer> BeginAsync(Guid account, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var (token, hash) = NewToken(id);
        db.Sessions.Add(new Session { Id = id, AccountId = account, RefreshHash = hash, CreatedAt = now, ExpiresAt = ExpiryFrom(now) });
        await db.SaveChangesAsync(cancellationToken);
        return tokens.For(account, id, token);
    }

    /// <summary>A session of the pages: the cookie names it, and its refresh token is told to nobody.</summary>
    public async Task<Guid> BeginOnPagesAsync(Guid account, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var session = new Session { Id = Guid.CreateVersion7(now), AccountId = account, RefreshHash = RandomNumberGenerator.GetBytes(SecretBytes), CreatedAt = now, ExpiresAt = ExpiryFrom(now) };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        return session.Id;
    }

    public async Task<TokensAnswer> RenewAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var old = Parse(refreshToken) ?? throw Refused();
        var (token, hash) = NewToken(old.Session);

        // One statement decides who was first, should the same token be used twice at once.
        var renewed = await db.Sessions
            .Where(session => session.Id == old.Session && session.EndedAt == null && session.ExpiresAt > now && session.RefreshHash == old.Hash)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.RefreshHash, hash).SetProperty(session => session.ExpiresAt, ExpiryFrom(now)), cancellationToken);
        if (renewed == 0)
        {
            await EndAsync(old.Session, cancellationToken);
            throw Refused();
        }

        var account = await db.Sessions.Where(session => session.Id == old.Session).Select(session => session.AccountId).SingleAsync(cancellationToken);
        return tokens.For(account, old.Session, token);
    }

    public Task EndAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.Sessions.Where(session => session.Id == id && session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), cancellationToken);
    }

    /// <summary>Ends every session of an account, but for one.</summary>
    public Task EndAllAsync(Guid account, Guid? butFor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.Sessions.Where(session => session.AccountId == account && session.EndedAt == null && session.Id != butFor)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), cancellationToken);
    }

    private static (string Token, byte[] Hash) NewToken(Guid session)
    {
        byte[] bytes = [.. session.ToByteArray(bigEndian: true), .. RandomNumberGenerator.GetBytes(SecretBytes)];
        return (OpaqueBytes.Write(bytes), SHA256.HashData(bytes));
    }

    private static (Guid Session, byte[] Hash)? Parse(string token)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + SecretBytes];
        return OpaqueBytes.TryRead(token, bytes)
            ? (new Guid(bytes[..IdBytes], bigEndian: true), SHA256.HashData(bytes))
            : null;
    }

    private static Refusal Refused() => new("refresh-refused", StatusCodes.Status401Unauthorized);

    private DateTimeOffset ExpiryFrom(DateTimeOffset now) => now.AddDays(settings.Value.RefreshTokenDays);
}
