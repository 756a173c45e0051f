namespace Learning.Server.SignIn.Accounts;

/// <summary>An account as an administrator sees it.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="UserName">Name to sign in with.</param>
/// <param name="Roles">What it may be.</param>
/// <param name="Member">The member who signs in with it; null where nobody learns with it.</param>
/// <param name="Coordinates">Keys of the groups it looks after; those below them belong to it too.</param>
/// <param name="HasPassword">Whether it signs in with a password.</param>
/// <param name="IsOutside">Whether it signs in with an issuer outside.</param>
/// <param name="IsLocked">Whether an administrator locked it.</param>
/// <param name="IsDemo">Whether it is a demo account, which stays as it is.</param>
public sealed record AccountView(
    Guid Id, string UserName, IReadOnlyList<string> Roles, Guid? Member, IReadOnlyList<string> Coordinates, bool HasPassword, bool IsOutside, bool IsLocked, bool IsDemo);

/// <summary>An account with the password that was made for it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Password">Told once: give it to the person, who changes it by PUT /me/password. Null where you gave one, or where it signs in outside.</param>
public sealed record AccountWithPassword(AccountView Account, string? Password);
