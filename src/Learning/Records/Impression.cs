namespace Learning.Records;

/// <summary>A list that was shown: what, in which order, by which model and why. Training reads it; the member can ask for it.</summary>
public sealed class Impression
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>To whom.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Id of the model that ranked.</summary>
    public required string Model { get; init; }

    /// <summary>Whether traits and history were used.</summary>
    public required bool Personalised { get; init; }

    /// <summary>What was asked in words; null when nothing was.</summary>
    public string? Query { get; init; }

    /// <summary>How likely exactly this list was, given the ranking: 1 where nothing was left to chance.</summary>
    public double Propensity { get; init; } = 1;

    /// <summary>What was shown, first first.</summary>
    public required List<ImpressionItem> Items { get; init; }
}

/// <summary>One line of a list that was shown.</summary>
/// <param name="Material">The material.</param>
/// <param name="Position">Its place, from 1.</param>
/// <param name="Score">Score of the ranker.</param>
/// <param name="Features">Feature values at the time of showing, by name: training reads these and nothing recomputed.</param>
/// <param name="Propensity">How likely this material was in this place, given the lines above it: 1 where nothing was left to chance.</param>
/// <param name="Pool">All that chance chose among, each as likely as the others; null where it did not choose.</param>
public sealed record ImpressionItem(Guid Material, int Position, double Score, Dictionary<string, double> Features, double Propensity = 1, List<PooledMaterial>? Pool = null);

/// <summary>A material that chance might have put into a line.</summary>
/// <param name="Material">The material.</param>
/// <param name="Features">Its feature values at the time of showing, by name; those that were 0 are left out.</param>
public sealed record PooledMaterial(Guid Material, Dictionary<string, double> Features);
