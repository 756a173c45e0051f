using Microsoft.AspNetCore.Identity;

namespace Learning.Server.SignIn;

/// <summary>What an account may be.</summary>
public static class Roles
{
    /// <summary>Learns.</summary>
    public const string Member = "member";

    /// <summary>Looks after groups and all below them.</summary>
    public const string Coordinator = "coordinator";

    /// <summary>Looks after an organisation.</summary>
    public const string Administrator = "administrator";

    /// <summary>Every role.</summary>
    public static IReadOnlyList<string> All { get; } = [Member, Coordinator, Administrator];

    internal static IEnumerable<IdentityRole<Guid>> Rows => All.Select((name, index) => new IdentityRole<Guid>
    {
        Id = new Guid(index + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
        Name = name,
        NormalizedName = name.ToUpperInvariant(),
        ConcurrencyStamp = name,
    });
}
