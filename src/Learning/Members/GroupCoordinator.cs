namespace Learning.Members;

/// <summary>That an account coordinates a group and all groups below it.</summary>
public sealed class GroupCoordinator
{
    /// <summary>The account that signs in.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The group.</summary>
    public required Guid GroupId { get; init; }
}
