using System.CommandLine;
using Learning.Cli.Telling;
using Learning.Data;
using Learning.Members;
using Microsoft.EntityFrameworkCore;

namespace Learning.Cli.Calling;

/// <summary>Finds the member a call names.</summary>
internal static class MemberNamed
{
    private const int Named = 5;

    /// <summary>The argument MEMBER.</summary>
    public static Argument<string> Argument(Words words) => new("MEMBER") { Description = words.Of("help.member") };

    /// <summary>The member with this id or this key.</summary>
    /// <exception cref="BrokenRule">There is none, or several organisations have one of this key.</exception>
    public static async Task<Member> FindAsync(LearningDbContext db, string idOrKey, CancellationToken cancellationToken)
    {
        var members = Guid.TryParse(idOrKey, out var id)
            ? db.Members.AsNoTracking().Where(member => member.Id == id)
            : db.Members.AsNoTracking().Where(member => member.Key == idOrKey);
        var found = await members.OrderBy(member => member.Organisation).Take(Named).ToListAsync(cancellationToken);
        return found.Count switch
        {
            1 => found[0],
            0 => throw new BrokenRule("member-unknown", $"There is no member {idOrKey}.", "Give the member's id, or the key the roster uses.", BrokenRuleKind.NotFound) { Values = Values(idOrKey) },
            _ => throw new BrokenRule(
                "member-ambiguous",
                $"Several organisations have a member {idOrKey}: {string.Join(", ", found.Select(member => $"{member.Organisation} {member.Id}"))}.",
                "Give the member's id.",
                BrokenRuleKind.Conflict)
            { Values = Values(idOrKey) },
        };
    }

    private static Dictionary<string, object?> Values(string member) => new(StringComparer.Ordinal) { ["member"] = member };
}
