namespace Learning.Plans.Solving;

/// <summary>Equal stretches of one period: which of them an item stands in is decided after which of the bins it stands in.</summary>
internal sealed class Bin
{
    public required int Index { get; init; }

    public required int Period { get; init; }

    public required int Week { get; init; }

    public required Stretch[] Stretches { get; init; }

    /// <summary>Minutes that one stretch can take: its length, or the day's cap.</summary>
    public required int Room { get; init; }

    /// <summary>How many of them stand on one day.</summary>
    public required int PerDay { get; init; }

    public int Count => Stretches.Length;
}

/// <summary>Days of one period that are alike: the same stretches and the same cap.</summary>
/// <param name="Period">The period.</param>
/// <param name="Days">How many such days.</param>
/// <param name="Room">Minutes that may be planned on one.</param>
/// <param name="Bins">The bins their stretches are in.</param>
internal sealed record DayKind(int Period, int Days, int Room, Bin[] Bins)
{
    /// <summary>Stretches of one day.</summary>
    public int PerDay => Bins.Sum(bin => bin.PerDay);

    /// <summary>Whether the cap leaves less than the stretches offer.</summary>
    public bool IsCapped => Bins.Sum(bin => bin.Room * bin.PerDay) > Room;
}
