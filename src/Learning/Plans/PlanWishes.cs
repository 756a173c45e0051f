namespace Learning.Plans;

/// <summary>What people want of a plan beyond what follows from the member.</summary>
/// <param name="Pins">Materials fixed to a day.</param>
/// <param name="Bans">Materials ruled out.</param>
public sealed record PlanWishes(IReadOnlyList<StoredPin> Pins, IReadOnlyList<Guid> Bans)
{
    /// <summary>What a coordinator asked for when giving the plan before back.</summary>
    public ReturnTerms Terms { get; init; } = ReturnTerms.None;

    /// <summary>The wishes that follow from a plan that was given back.</summary>
    public static PlanWishes After(StoredPlan? returned) => returned is null || returned.Terms.IsEmpty ? None : new([], [.. returned.Terms.Bans]) { Terms = returned.Terms };

    /// <summary>No wishes.</summary>
    public static PlanWishes None { get; } = new([], []);

    /// <summary>The wishes a plan already holds, with newer ones over them. A ban and a pin of the same material: the newer one stands.</summary>
    public static PlanWishes Of(StoredPlan plan, IReadOnlyList<StoredPin> pins, IReadOnlyList<Guid> bans) => new(
        [.. pins, .. plan.Pins.Where(old => pins.All(pin => pin.Material != old.Material) && !bans.Contains(old.Material))],
        [.. bans, .. plan.Bans.Union(plan.Terms.Bans).Where(old => !bans.Contains(old) && pins.All(pin => pin.Material != old))])
    {
        Terms = plan.Terms,
    };
}
