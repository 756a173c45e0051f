namespace Learning.Server.SignIn;

/// <summary>
/// One sign-in on one device. Its refresh token is renewed with each use; only the hash of the newest is kept.
/// An older one can only come from a copy, and ends the session.
/// </summary>
public sealed class Session
{
    /// <summary>UUIDv7; the <c>sid</c> of the access tokens.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>SHA-256 of the newest refresh token.</summary>
    public required byte[] RefreshHash { get; set; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it can be renewed.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it was ended; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
