namespace Learning.Plans.Changes;

/// <summary>Whether to remind a member of the plan, and of what. Who does not answer is left in peace.</summary>
/// <param name="Quiet">Whether nothing is to be sent.</param>
/// <param name="Ignored">Days of study that went by without a sign of the member since the last one.</param>
/// <param name="Next">What comes next; null where nothing does.</param>
public sealed record Reminder(bool Quiet, int Ignored, StoredPlanItem? Next)
{
    /// <summary>After so many that were ignored nothing is sent until the member comes by.</summary>
    public const int MostIgnored = 3;

    /// <summary>Decides. A function of its input.</summary>
    /// <param name="items">The plan.</param>
    /// <param name="done">What the member has learned.</param>
    /// <param name="lastSeen">The last day with a sign of the member; null: none yet.</param>
    /// <param name="today">Today, where the member lives.</param>
    public static Reminder Of(IReadOnlyCollection<StoredPlanItem> items, IReadOnlySet<Guid> done, DateOnly? lastSeen, DateOnly today)
    {
        var open = items.Where(item => item.Recall ? item.Date >= today : !done.Contains(item.Material)).OrderBy(item => item.Date).ThenBy(item => item.Start).ToList();
        var ignored = open.Where(item => item.Date < today && (lastSeen is null || item.Date > lastSeen)).Select(item => item.Date).Distinct().Count();
        var next = open.Find(item => item.Date >= today);
        return new Reminder(ignored >= MostIgnored || next is null, ignored, next);
    }
}
