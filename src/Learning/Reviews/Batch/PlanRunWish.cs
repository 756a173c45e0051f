namespace Learning.Reviews.Batch;

/// <summary>What is asked of a run.</summary>
/// <param name="Organisation">Key of the organisation.</param>
/// <param name="From">First day of the plans; null: tomorrow where members usually live.</param>
/// <param name="Weeks">Weeks they cover.</param>
/// <param name="Again">Whether members who have an open plan get a new one as well.</param>
/// <param name="At">The moment it counts as done; null: now.</param>
/// <param name="Renewal">Whether plans are renewed where life has changed or they end; who has none gets none.</param>
public sealed record PlanRunWish(string Organisation, DateOnly? From, int Weeks, bool Again = false, DateTimeOffset? At = null, bool Renewal = false);
