namespace Learning.Plans.Words.FreeWords;

/// <summary>What a member's own words seem to say. A proposal: nothing holds until the member confirms it.</summary>
/// <param name="Slots">Weekly times.</param>
/// <param name="Wishes">What the member would like to learn.</param>
/// <param name="NotUnderstood">Parts of the text nothing was made of.</param>
public sealed record Understood(IReadOnlyList<ProposedSlot> Slots, IReadOnlyList<ProposedWish> Wishes, IReadOnlyList<string> NotUnderstood)
{
    /// <summary>The model that helped; null where the rules alone understood it.</summary>
    public string? Model { get; init; }

    /// <summary>Why a configured model did not help; null when it is as it should be.</summary>
    public string? Fallback { get; init; }
}

/// <summary>A weekly time as it was understood.</summary>
/// <param name="Day">Day of the week.</param>
/// <param name="Start">Start.</param>
/// <param name="Minutes">Length; it ends the same day.</param>
/// <param name="Said">The words it comes from.</param>
/// <param name="Assumed">Whether a part of it was not said and is a guess.</param>
public sealed record ProposedSlot(DayOfWeek Day, TimeOnly Start, int Minutes, string Said, bool Assumed);

/// <summary>A wish as it was understood.</summary>
/// <param name="Text">In the member's own words.</param>
/// <param name="Topic">The topic it seems to belong to; null when none does.</param>
public sealed record ProposedWish(string Text, string? Topic);
