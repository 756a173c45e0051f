namespace Learning.Members;

/// <summary>Who tells something about a member, and what is this person's to decide.</summary>
/// <param name="Organisation">Key of the organisation.</param>
/// <param name="Name">Where tags come from then: <c>member</c>, <c>coordinator</c> or <c>roster</c>.</param>
/// <param name="Decides">Groups into which this person may put members.</param>
public sealed record Teller(string Organisation, string Name, Func<Guid, bool> Decides)
{
    /// <summary>A member speaking of herself or himself: groups, exemptions and the key are not the member's to decide.</summary>
    public bool IsTheMember { get; init; }

    /// <summary>Whether a new member must be in one of the groups, because else nobody would look after the person.</summary>
    public bool NeedsGroup { get; init; }

    /// <summary>Refuses a member who would decide what a coordinator decides. What is sent back unchanged decides nothing.</summary>
    internal void RequireToDecideOn(Member member, MemberProfile profile, DateOnly today, HashSet<Guid>? groups)
    {
        Require(profile.Exemptions is null || profile.Exemptions.SequenceEqual(member.Exemptions), "exemptions");
        Require(profile.Key is null || profile.Key.Trim() == member.Key, "key");
        Require(groups is null || groups.SetEquals(member.Groups.On(today).Select(membership => membership.GroupId)), "groups");
    }

    private void Require(bool unchanged, string field)
    {
        if (IsTheMember && !unchanged)
        {
            throw new BrokenRule("coordinator-decides", $"{field} is decided by a coordinator.", $"Send {field} as it is, or leave it out, and ask your coordinator.", BrokenRuleKind.Forbidden)
            {
                Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["field"] = field },
            };
        }
    }
}
