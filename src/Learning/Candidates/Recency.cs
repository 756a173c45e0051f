namespace Learning.Candidates;

/// <summary>How new something is.</summary>
public static class Recency
{
    /// <summary>Days in which newness halves.</summary>
    public const double HalfLifeDays = 30;

    /// <summary>1 for what came in this moment, half as much every <see cref="HalfLifeDays"/>.</summary>
    public static double Of(DateTimeOffset then, DateTimeOffset now) =>
        Math.Pow(0.5, Math.Max(0, (now - then).TotalDays) / HalfLifeDays);
}
