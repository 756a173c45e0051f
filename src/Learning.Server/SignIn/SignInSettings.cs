using System.ComponentModel.DataAnnotations;

namespace Learning.Server.SignIn;

/// <summary>How people sign in.</summary>
public sealed class SignInSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Learning:SignIn";

    /// <summary>Minutes an access token is good for.</summary>
    [Range(1, 1440)]
    public int AccessTokenMinutes { get; set; } = 30;

    /// <summary>Days without use after which one has to sign in again.</summary>
    [Range(1, 365)]
    public int RefreshTokenDays { get; set; } = 30;

    /// <summary>Wrong passwords in a row that lock an account.</summary>
    [Range(3, 100)]
    public int WrongPasswords { get; set; } = 5;

    /// <summary>Minutes for which it is locked.</summary>
    [Range(1, 1440)]
    public int LockedMinutes { get; set; } = 5;

    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512 (210,000: OWASP, 2023).</summary>
    [Range(100_000, 10_000_000)]
    public int HashRounds { get; set; } = 210_000;
}

/// <summary>An issuer outside whose access tokens are accepted too.</summary>
public sealed class OpenIdConnectSettings : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Learning:OpenIdConnect";

    /// <summary>Address of the issuer; empty: none.</summary>
    public string Authority { get; set; } = "";

    /// <summary>What its tokens must be made for.</summary>
    public string Audience { get; set; } = "";

    /// <summary>Whether the issuer must be reached by HTTPS.</summary>
    public bool RequireHttps { get; set; } = true;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Authority.Length == 0)
        {
            yield break;
        }

        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || (RequireHttps && address.Scheme != "https"))
        {
            yield return new ValidationResult($"{Section}:{nameof(Authority)} must be an https address.", [nameof(Authority)]);
        }

        if (Audience.Length == 0)
        {
            yield return new ValidationResult($"{Section}:{nameof(Audience)} must name what the issuer's tokens are made for.", [nameof(Audience)]);
        }
    }
}

/// <summary>The first administrator, made at the start while there is none.</summary>
public sealed class FirstAdministratorSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Learning:FirstAdministrator";

    /// <summary>Name to sign in with; empty: none is made.</summary>
    [StringLength(100)]
    public string UserName { get; set; } = "";

    /// <summary>The first password, at least 8 characters.</summary>
    public string Password { get; set; } = "";

    /// <summary>Key of the organisation.</summary>
    [StringLength(100)]
    public string Organisation { get; set; } = "";
}
