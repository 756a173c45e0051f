using Learning.Members;

namespace Learning.Server.Plans;

/// <summary>The day by which plans become active and end: the organisation's, not the server's.</summary>
internal sealed class PlanToday(TimeProvider time)
{
    public DateOnly Date => LocalDay.Of(time.GetUtcNow(), LocalDay.Usual);
}
