namespace Learning.Members;

/// <summary>A row of a roster as it was read.</summary>
/// <param name="Line">Its line in the file, or its place in a list, from 1.</param>
/// <param name="Profile">What it tells; null when it can't be read.</param>
/// <param name="Problem">Why it can't be read; null when it can.</param>
public sealed record RosterRow(int Line, MemberProfile? Profile, Problem? Problem);

/// <summary>What became of a row.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Id">The member; null when it failed.</param>
/// <param name="Problem">Why it failed; null when it did not.</param>
public sealed record RosterOutcome(int Line, RosterStatus Status, Guid? Id, Problem? Problem)
{
    /// <summary>The occupation in the row's own words, where nobody can tell its code without asking; null where it is decided or not said.</summary>
    public string? UndecidedOccupation { get; init; }

    internal static RosterOutcome Of(RosterRow row, RosterStatus status, Member member) => new(row.Line, status, member.Id, null)
    {
        UndecidedOccupation = member is { OccupationCode: null, OccupationSaid.Length: > 0 } ? member.OccupationSaid : null,
    };
}

/// <summary>What can become of a row.</summary>
public enum RosterStatus
{
    /// <summary>A new member.</summary>
    Created,

    /// <summary>A member that was there, changed.</summary>
    Changed,

    /// <summary>A member that was there, as the row says.</summary>
    Unchanged,

    /// <summary>Nothing was done; the problem says why.</summary>
    Failed,
}
