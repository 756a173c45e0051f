namespace Learning.Reviews;

/// <summary>What somebody did with a plan; kept for ever, so that every state has its history.</summary>
public sealed class ReviewAct
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Who acted: id of the account.</summary>
    public required Guid By { get; init; }

    /// <summary>Name of who acted, as it was then.</summary>
    public required string ByName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was done: <c>drafted</c>, <c>handed-in</c>, <c>approved</c>, <c>returned</c>, <c>adjusted</c>, <c>renewed</c>, <c>replaced</c>, <c>changed</c>, <c>approved-by-policy</c>, <c>reopened</c>, <c>restored</c>.</summary>
    public required string Act { get; init; }

    /// <summary>Why, in the words of who acted; empty where none are needed.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Version of the plan after the act.</summary>
    public required int Version { get; init; }
}
