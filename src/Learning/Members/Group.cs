namespace Learning.Members;

/// <summary>A group of members: a station, a district, a branch. Groups form a tree; who coordinates one coordinates all below it.</summary>
public sealed class Group
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name in rosters; unique within an organisation.</summary>
    public required string Key { get; init; }

    /// <summary>Key of the organisation.</summary>
    public required string Organisation { get; init; }

    /// <summary>Name in Chinese.</summary>
    public required string NameZh { get; set; }

    /// <summary>Name in English.</summary>
    public required string NameEn { get; set; }

    /// <summary>The group above; null at the top.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>Materials everybody in this group (and below) is asked to study, with dates.</summary>
    public List<GroupRequirement> Requirements { get; set; } = [];
}

/// <summary>A material a group asks its members to study.</summary>
/// <param name="Material">Id of the material.</param>
/// <param name="Due">Last day; null: no date.</param>
public sealed record GroupRequirement(Guid Material, DateOnly? Due);

/// <summary>That a member belongs to a group, and since when. Transfers end one and begin another; nothing is overwritten.</summary>
public sealed class GroupMembership
{
    /// <summary>The member.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>The group.</summary>
    public required Guid GroupId { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? Until { get; set; }
}
