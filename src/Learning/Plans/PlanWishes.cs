namespace Learning.Plans;

/// <summary>What people want of a plan beyond what follows from the member.</summary>
/// <param name="Pins">Materials fixed to a day.</param>
/// <param name="Bans">Materials ruled out.</param>
public sealed record PlanWishes(IReadOnlyList<StoredPin> Pins, IReadOnlyList<Guid> Bans)
{
    /// <summary>No wishes.</summary>
    public static PlanWishes None { get; } = new([], []);

    /// <summary>The wishes a plan already holds, with newer ones over them. A ban and a pin of the same material: the newer one stands.</summary>
    public static PlanWishes Of(StoredPlan plan, IReadOnlyList<StoredPin> pins, IReadOnlyList<Guid> bans) => new(
        [.. pins, .. plan.Pins.Where(old => pins.All(pin => pin.Material != old.Material) && !bans.Contains(old.Material))],
        [.. bans, .. plan.Bans.Where(old => !bans.Contains(old) && pins.All(pin => pin.Material != old))]);
}
