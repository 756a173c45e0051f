namespace Learning.Seeding;

/// <summary>The days the seed speaks of. All of it lies before the reference day, whatever the hour there.</summary>
/// <param name="Today">The reference day: the day of the first start.</param>
/// <param name="Months">How many months back the records reach.</param>
internal sealed record SeedDays(DateOnly Today, int Months)
{
    // The organisation lives on Beijing time, which has had no summer time since 1991.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>First day with records.</summary>
    public DateOnly First => Today.AddMonths(-Months);

    /// <summary>Last day with records.</summary>
    public DateOnly Last => Today.AddDays(-1);

    /// <summary>The last second with records.</summary>
    public DateTimeOffset End => At(Today, TimeOnly.MinValue).AddSeconds(-1);

    /// <summary>A local time of the organisation.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new DateTimeOffset(day, time, Offset).ToUniversalTime();

    /// <summary>The local day of a moment.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>The local time of a moment.</summary>
    public static TimeOnly TimeOf(DateTimeOffset moment) => TimeOnly.FromDateTime(moment.ToOffset(Offset).DateTime);
}
