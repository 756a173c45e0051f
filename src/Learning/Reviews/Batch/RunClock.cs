namespace Learning.Reviews.Batch;

/// <summary>Stands still at the moment of a run, so that what is planned late in it is planned as on its first day.</summary>
internal sealed class RunClock(DateTimeOffset at) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => at;
}
