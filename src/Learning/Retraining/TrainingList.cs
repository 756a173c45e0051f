namespace Learning.Retraining;

/// <summary>A list with its outcome: one line of feature values per material, and what was finished.</summary>
public sealed record TrainingList
{
    /// <summary>Whose.</summary>
    public required Guid Member { get; init; }

    /// <summary>Age band; null when unknown.</summary>
    public required string? AgeBand { get; init; }

    /// <summary>Occupation group; null when unknown.</summary>
    public required string? Occupation { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The material of each line.</summary>
    public required IReadOnlyList<Guid> Materials { get; init; }

    /// <summary>Feature values, line after line.</summary>
    public required float[] Rows { get; init; }

    /// <summary>Whether the material of a line was finished.</summary>
    public required bool[] Finished { get; init; }

    /// <summary>How many materials were finished that were no line: the best list would have had them.</summary>
    public int FinishedElsewhere { get; init; }

    /// <summary>Whether it was made from records, because no list had been logged.</summary>
    public required bool IsReplayed { get; init; }

    /// <summary>How many lines.</summary>
    public int Lines => Finished.Length;
}
