using System.Globalization;

namespace Learning.Plans.Changes;

/// <summary>How a plan differs from the one before it.</summary>
/// <param name="Kept">Lessons that stand where they stood.</param>
/// <param name="Items">What moved, came or went, in order of time.</param>
public sealed record StoredChanges(int Kept, List<StoredChange> Items)
{
    /// <summary>There was no plan before.</summary>
    public static StoredChanges None { get; } = new(0, []);
}

/// <summary>A lesson that moved, came or went.</summary>
/// <param name="Kind">One of <see cref="ChangeKinds"/>.</param>
/// <param name="Because">One of <see cref="ChangeCauses"/>.</param>
/// <param name="Material">The material.</param>
/// <param name="Old">Where it stood; null where it did not.</param>
/// <param name="New">Where it stands; null where it does not.</param>
/// <param name="InsteadOf">The withdrawn material whose place it takes.</param>
public sealed record StoredChange(string Kind, string Because, Guid Material, ChangePlace? Old, ChangePlace? New, Guid? InsteadOf = null)
{
    /// <summary>The change as a sentence.</summary>
    /// <param name="titleOf">The title of a material.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    public string In(Func<Guid, string?> titleOf, string language)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = titleOf(Material) ?? "", ["old"] = Old?.ToString() ?? "", ["new"] = New?.ToString() ?? "", ["other"] = InsteadOf is { } other ? titleOf(other) ?? "" : "",
        };
        values["because"] = Texts.Of("because-" + Because, language, values);
        return Texts.Of("change-" + Kind, language, values);
    }
}

/// <summary>A place in a plan.</summary>
/// <param name="Date">Day.</param>
/// <param name="Start">Start, local time.</param>
public sealed record ChangePlace(DateOnly Date, TimeOnly Start)
{
    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy-MM-dd} {Start:HH:mm}");
}

/// <summary>What can happen to a lesson when a plan is made again.</summary>
public static class ChangeKinds
{
    /// <summary>It stands elsewhere.</summary>
    public const string Moved = "moved";

    /// <summary>It came.</summary>
    public const string New = "new";

    /// <summary>It went.</summary>
    public const string Gone = "gone";
}

/// <summary>Why.</summary>
public static class ChangeCauses
{
    /// <summary>Its day went by without it.</summary>
    public const string Missed = "missed";

    /// <summary>It was withdrawn.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>It takes the place of what was withdrawn.</summary>
    public const string Replaces = "replaces";

    /// <summary>The member has learned it meanwhile.</summary>
    public const string Done = "done";

    /// <summary>It was ruled out.</summary>
    public const string Banned = "banned";

    /// <summary>It was ruled out when the plan before was given back.</summary>
    public const string Returned = "returned";

    /// <summary>It was fixed to its place.</summary>
    public const string Pinned = "pinned";

    /// <summary>It is asked for.</summary>
    public const string Required = "required";

    /// <summary>Its time is no longer free.</summary>
    public const string NotFree = "not-free";

    /// <summary>It is not offered then, or not to this member any longer.</summary>
    public const string NotOffered = "not-offered";

    /// <summary>Another lesson needed the time.</summary>
    public const string Others = "others";

    /// <summary>There was room for it.</summary>
    public const string Room = "room";

    /// <summary>Every cause.</summary>
    public static IReadOnlyList<string> All { get; } = [Missed, Withdrawn, Replaces, Done, Banned, Returned, Pinned, Required, NotFree, NotOffered, Others, Room];
}
