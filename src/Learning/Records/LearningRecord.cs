namespace Learning.Records;

/// <summary>What happened, append-only: an xAPI statement in the few words this house needs (actor, verb, object, result, timestamp; IEEE 9274.1.1).</summary>
public sealed class LearningRecord
{
    /// <summary>Chosen by who reports it; the same id arrives as often as the network likes and counts once.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who learned.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>What was done.</summary>
    public required Verb Verb { get; init; }

    /// <summary>With which material.</summary>
    public required Guid MaterialId { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>Score of a recall, 0–1; null for other verbs.</summary>
    public double? Score { get; init; }

    /// <summary>Whether a recall was passed or an attendance confirmed; null for other verbs.</summary>
    public bool? Success { get; init; }

    /// <summary>The list in which the material was shown, where the app says so.</summary>
    public Guid? ImpressionId { get; init; }

    /// <summary>The coordinator who reported it; null when the member did.</summary>
    public Guid? ReportedBy { get; init; }

    /// <summary>Whether the data is synthetic (made by the seed).</summary>
    public bool Synthetic { get; init; }
}

/// <summary>What can be done with a material.</summary>
public enum Verb
{
    /// <summary>Opened to study.</summary>
    Started,

    /// <summary>Studied to the end. Not yet evidence: hours need a passed recall or a confirmed attendance.</summary>
    Completed,

    /// <summary>Answered the recall questions; the result says how well.</summary>
    Recalled,

    /// <summary>Was there; counts when a coordinator reports it.</summary>
    Attended,

    /// <summary>Does not want it.</summary>
    Dismissed,

    /// <summary>Keeps it for later.</summary>
    Saved,
}
