namespace Learning.Server.Conventions.Idempotency;

/// <summary>The answer to a request that carried an <c>Idempotency-Key</c>, kept for a day so that the same request gets the same answer and acts once.</summary>
public sealed class KeptReply
{
    /// <summary>Who asked.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Where.</summary>
    public required string Path { get; init; }

    /// <summary>The key.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of what was asked.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>Status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>Kind of its body; null without one.</summary>
    public required string? ContentType { get; init; }

    /// <summary>Where the new thing is; null when nothing was made.</summary>
    public required string? Location { get; init; }

    /// <summary>Version of the thing; null when it has none.</summary>
    public required string? EntityTag { get; init; }

    /// <summary>Body of the answer.</summary>
    public required byte[] Body { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset At { get; init; }
}
