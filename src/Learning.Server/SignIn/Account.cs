using Microsoft.AspNetCore.Identity;

namespace Learning.Server.SignIn;

/// <summary>Who signs in. What the person learns is kept with the member, not here.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Key of the organisation in which the account acts.</summary>
    public required string Organisation { get; set; }

    /// <summary>Whether it is a demo account, whose password everybody knows.</summary>
    public bool IsDemo { get; init; }

    /// <summary>End of a lock that an administrator set. Wrong passwords lock for minutes and end no session.</summary>
    internal static DateTimeOffset Forever { get; } = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether an administrator locked it.</summary>
    internal bool IsLocked => LockoutEnd >= Forever;
}
