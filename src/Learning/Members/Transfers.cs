namespace Learning.Members;

/// <summary>Moves a member between groups without overwriting where the member was.</summary>
public static class Transfers
{
    /// <summary>The memberships that hold on a day.</summary>
    public static IEnumerable<GroupMembership> On(this IEnumerable<GroupMembership> memberships, DateOnly day) =>
        memberships.Where(membership => membership.From <= day && (membership.Until is null || membership.Until >= day));

    /// <summary>Ends and begins memberships so that from today on the member belongs to the groups wanted.</summary>
    /// <param name="member">The member, with all memberships.</param>
    /// <param name="wanted">The groups to belong to.</param>
    /// <param name="mayMove">Groups that who asks may put the member into or take the member out of; the others stay.</param>
    /// <param name="today">Today.</param>
    /// <returns>Whether anything changed.</returns>
    public static bool Move(Member member, IReadOnlySet<Guid> wanted, Func<Guid, bool> mayMove, DateOnly today)
    {
        var current = member.Groups.On(today).ToList();
        var leaving = current.Where(membership => !wanted.Contains(membership.GroupId) && mayMove(membership.GroupId)).ToList();
        var joining = wanted.Except(current.Select(membership => membership.GroupId)).ToList();
        foreach (var membership in leaving)
        {
            membership.Until = today.AddDays(-1);
        }

        foreach (var group in joining)
        {
            Join(member, group, today);
        }

        return leaving.Count + joining.Count > 0;
    }

    private static void Join(Member member, Guid group, DateOnly today)
    {
        // Who left this morning and comes back never left.
        if (member.Groups.FirstOrDefault(membership => membership.GroupId == group && membership.From == today) is { } again)
        {
            again.Until = null;
        }
        else
        {
            member.Groups.Add(new GroupMembership { MemberId = member.Id, GroupId = group, From = today });
        }
    }
}
