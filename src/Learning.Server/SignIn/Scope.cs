using Learning.Data;
using Learning.Members;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.SignIn;

/// <summary>What the caller may see. Everything that names a member asks here; what is out of scope looks exactly like what does not exist.</summary>
internal sealed class Scope(Caller caller, LearningDbContext db, TimeProvider time)
{
    /// <summary>The member, with the groups, tracked for changes: the caller's own, one of the caller's groups, or any of the organisation for its administrator.</summary>
    /// <exception cref="BrokenRule">There is none, or not for the caller.</exception>
    public async Task<Member> MemberAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Members.Include(member => member.Groups)
            .Where(member => member.Id == id)
            .Where(member => member.Id == caller.MemberId || LookedAfter.Any(other => other.Id == member.Id))
            .AsSplitQuery()
            .FirstOrDefaultAsync(cancellationToken)
        ?? throw MemberUnknown(id);

    /// <summary>Refuses a member who is not in scope, without reading the member.</summary>
    public async Task RequireMemberAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await CoversMemberAsync(id, cancellationToken))
        {
            throw MemberUnknown(id);
        }
    }

    /// <summary>Refuses a member whom the caller does not look after; the caller's own does not count as looked after by being the own.</summary>
    public async Task RequireLookedAfterAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LookedAfter.AnyAsync(member => member.Id == id, cancellationToken))
        {
            throw MemberUnknown(id);
        }
    }

    /// <summary>Whether a member is in scope.</summary>
    public async Task<bool> CoversMemberAsync(Guid id, CancellationToken cancellationToken) =>
        id == caller.MemberId || await LookedAfter.AnyAsync(member => member.Id == id, cancellationToken);

    /// <summary>The members the caller looks after; the caller's own is among them only where it is in one of the groups.</summary>
    public IQueryable<Member> LookedAfter
    {
        get
        {
            // Memberships begin on a day where the member lives; by the day in UTC a member added in the morning would be nobody's until eight.
            var today = LocalDay.Of(time.GetUtcNow(), LocalDay.Usual);
            var groups = caller.Groups;
            var all = caller.IsAdministrator;
            return all || groups.Count > 0
                ? db.Members.Where(member => member.Organisation == caller.Organisation && (all || member.Groups.Any(
                    membership => groups.Contains(membership.GroupId) && membership.From <= today && (membership.Until == null || membership.Until >= today))))
                : db.Members.Where(member => false);
        }
    }

    /// <summary>Whether the caller looks after a group.</summary>
    public bool Covers(Group group) => group.Organisation == caller.Organisation && (caller.IsAdministrator || caller.Groups.Contains(group.Id));

    private static BrokenRule MemberUnknown(Guid id) => new(
        "member-unknown", $"There is no member {id} for you.", "Use an id from GET /members.", BrokenRuleKind.NotFound)
    {
        Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = id },
    };
}
