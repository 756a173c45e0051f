using System.Security.Claims;
using Learning.Data;
using Learning.Members;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.SignIn;

/// <summary>Who asks. One per request, filled before the endpoint runs.</summary>
public sealed class Caller
{
    /// <summary>The account.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>The session the call came with; null for a token of an issuer outside.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>The name with which it signed in.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>Key of its organisation.</summary>
    public string Organisation { get; private set; } = "";

    /// <summary>Whether it looks after groups.</summary>
    public bool IsCoordinator { get; private set; }

    /// <summary>Whether it looks after the whole organisation.</summary>
    public bool IsAdministrator { get; private set; }

    /// <summary>Its roles.</summary>
    public IReadOnlyList<string> Roles { get; private set; } = [];

    /// <summary>The member who signs in with it; null for an account that does not learn.</summary>
    public Guid? MemberId { get; private set; }

    /// <summary>Where that member lives; null for an account that does not learn.</summary>
    public string? TimeZone { get; private set; }

    /// <summary>Groups it coordinates, with all below them. Empty for an administrator, who needs none.</summary>
    public IReadOnlySet<Guid> Groups { get; private set; } = new HashSet<Guid>();

    /// <summary>The member who asks.</summary>
    /// <exception cref="BrokenRule">The account does not learn.</exception>
    public Guid RequiredMemberId => MemberId
        ?? throw new BrokenRule("no-member-here", "This account looks after others and is no member itself.", "Sign in as a member, or use /members/{id}.", BrokenRuleKind.NotFound);

    internal async Task FillAsync(ClaimsPrincipal user, LearningDbContext db, CancellationToken cancellationToken)
    {
        AccountId = Guid.Parse(user.FindFirst("sub")!.Value);
        SessionId = Guid.TryParse(user.FindFirst("sid")?.Value, out var session) ? session : null;
        UserName = user.FindFirst("name")!.Value;
        Organisation = user.FindFirst(AccountPrincipals.OrganisationClaim)!.Value;
        Roles = [.. user.FindAll("role").Select(role => role.Value)];
        IsCoordinator = user.IsInRole(SignIn.Roles.Coordinator);
        IsAdministrator = user.IsInRole(SignIn.Roles.Administrator);
        var member = await db.Members.Where(member => member.AccountId == AccountId).Select(member => new { member.Id, member.TimeZone }).FirstOrDefaultAsync(cancellationToken);
        (MemberId, TimeZone) = (member?.Id, member?.TimeZone);
        if (IsCoordinator)
        {
            Groups = await CoordinatedGroups.OfAsync(db, AccountId, Organisation, cancellationToken);
        }
    }
}
