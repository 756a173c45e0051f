namespace Learning.Plans.Changes;

/// <summary>Lessons of a plan whose day went by without them and that have no other day.</summary>
public static class MissedLessons
{
    /// <summary>How many there are.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="since">From which day on: what was missed before the plan was made again is answered.</param>
    /// <param name="today">Today where the member lives.</param>
    /// <param name="isDone">Whether nothing is left to learn of a material.</param>
    public static int Count(StoredPlan plan, DateOnly since, DateOnly today, Func<Guid, bool> isDone) => plan.Items.Count(item =>
        !item.Recall && item.Date >= since && item.Date < today && !isDone(item.Material) && !plan.Items.Exists(other => other.Material == item.Material && other.Date >= today));
}
