using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Learning.Server.SignIn;

/// <summary>Makes and checks access tokens. They name an account and a session; what the account may do is asked of the database each time.</summary>
internal sealed class AccessTokens(SigningKey key, IOptions<SignInSettings> settings, TimeProvider time)
{
    public const string Issuer = "learning";

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    public TokensAnswer For(Guid account, Guid session, string refreshToken)
    {
        var now = time.GetUtcNow();
        var expires = now.AddMinutes(settings.Value.AccessTokenMinutes);
        var token = Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = expires.UtcDateTime,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = account.ToString(), ["sid"] = session.ToString() },
            SigningCredentials = new SigningCredentials(key.Key, SecurityAlgorithms.HmacSha256),
        });
        return new TokensAnswer(token, refreshToken, expires);
    }

    public TokenValidationParameters Rules() => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Issuer,
        IssuerSigningKey = key.Key,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        LifetimeValidator = IsAlive,
        NameClaimType = "name",
        RoleClaimType = "role",
    };

    /// <summary>Whether a token is good now, by the clock of the house.</summary>
    public bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires > now - ClockSkew && (notBefore is null || notBefore < now + ClockSkew);
    }
}
