using Learning.Server.SignIn.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Learning.Server.SignIn;

/// <summary>An account to make.</summary>
/// <param name="UserName">Name to sign in with.</param>
/// <param name="Organisation">Key of the organisation.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
internal sealed record NewAccount(string UserName, string Organisation, string Role)
{
    /// <summary>Password; null for an account that signs in with an issuer outside.</summary>
    public string? Password { get; init; }

    /// <summary>The account's subject at the issuer outside.</summary>
    public string? Subject { get; init; }
}

/// <summary>Makes accounts.</summary>
internal sealed class AccountMaker(UserManager<Account> accounts, IOptions<OpenIdConnectSettings> issuer, TimeProvider time)
{
    public async Task<Account> MakeAsync(NewAccount asked, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (asked.Subject is not null && issuer.Value.Authority.Length == 0)
        {
            throw new BrokenRule("issuer-not-set", "A subject was given, and no issuer outside is set.", "Set Learning:OpenIdConnect, or give a password.");
        }

        if (asked.Password is not null)
        {
            Passwords.Check(asked.Password, asked.UserName.Trim());
        }

        var account = new Account { Id = Guid.CreateVersion7(time.GetUtcNow()), Organisation = asked.Organisation, UserName = asked.UserName.Trim() };
        Check(asked.Password is { } password ? await accounts.CreateAsync(account, password) : await accounts.CreateAsync(account));
        Check(await accounts.AddToRoleAsync(account, asked.Role));
        if (asked.Subject is { } subject)
        {
            Check(await accounts.AddLoginAsync(account, new UserLoginInfo(issuer.Value.Authority, subject, Schemes.OpenIdConnect)));
        }

        return account;
    }

    private static void Check(IdentityResult result)
    {
        if (result.Errors.FirstOrDefault() is not { } error)
        {
            return;
        }

        throw error.Code switch
        {
            nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.LoginAlreadyAssociated) =>
                new BrokenRule("account-exists", error.Description, "Choose another name.", BrokenRuleKind.Conflict),
            nameof(IdentityErrorDescriber.InvalidUserName) => new BrokenRule("user-name-invalid", error.Description, "Give a name of 1 to 100 characters."),
            _ => new BrokenRule("password-too-weak", error.Description, "Give at least 8 characters."),
        };
    }
}
