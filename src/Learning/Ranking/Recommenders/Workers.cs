namespace Learning.Ranking.Recommenders;

/// <summary>How many threads recommenders work with. The results don't depend on it.</summary>
internal static class Workers
{
    /// <summary>For loops whose turns don't touch each other.</summary>
    public static ParallelOptions Options(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
}
