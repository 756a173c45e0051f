using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Learning.Server.SignIn.Accounts;

/// <summary>What a password must be, and how one is kept. Length is what counts; demanding signs makes passwords worse (NIST SP 800-63B).</summary>
internal sealed class Passwords(IPasswordHasher<Account> hasher, SignInDbContext db)
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 8;

    /// <summary>Most characters.</summary>
    public const int Longest = 256;

    private const int MadeCharacters = 16;

    // Without letters and digits that look alike on paper.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A password nobody can guess, easy to read out.</summary>
    public static string Make() => RandomNumberGenerator.GetString(Letters, MadeCharacters);

    /// <summary>Refuses what is guessed first.</summary>
    /// <exception cref="BrokenRule">The password is too short, too long, the account's own name or the demo's.</exception>
    public static void Check(string password, string userName)
    {
        if (password.Length is < Shortest or > Longest || password.Equals(userName, StringComparison.OrdinalIgnoreCase) || password == DemoAccounts.Password || password.Distinct().Count() == 1)
        {
            throw new Problem(
                "password-too-weak", "The password is shorter than 8 characters, one sign repeated, the user name, or the one of the demo.", "password", "Give 8 to 256 characters that others don't guess, such as three words.").ToBrokenRule();
        }
    }

    /// <summary>Gives an account a password. Its tries are counted anew.</summary>
    public async Task SetAsync(Account account, string password, CancellationToken cancellationToken)
    {
        Check(password, account.UserName!);
        account.PasswordHash = hasher.HashPassword(account, password);
        account.AccessFailedCount = 0;
        account.LockoutEnd = account.IsLocked ? account.LockoutEnd : null;
        await db.SaveChangesAsync(cancellationToken);
    }
}
