namespace Learning.Members;

/// <summary>A date that differs from the usual week.</summary>
/// <param name="Date">The day, where the member lives.</param>
/// <param name="Slots">What is free on it instead of the week's times; empty: nothing, a day off.</param>
public sealed record SlotException(DateOnly Date, List<DaySlot> Slots)
{
    /// <summary>A day off.</summary>
    public static SlotException DayOff(DateOnly date) => new(date, []);

    /// <summary>Those that are not gone by, the first first.</summary>
    public static IEnumerable<SlotException> ToCome(IEnumerable<SlotException> all, DateOnly today) => all.Where(exception => exception.Date >= today).OrderBy(exception => exception.Date);
}

/// <summary>A time of one day that is free for study, in the member's own zone.</summary>
/// <param name="Start">Start, local time.</param>
/// <param name="Minutes">Length, 5–480 minutes; ends the same day.</param>
/// <param name="Modes">What one can do in it; empty: anything but attend.</param>
public sealed record DaySlot(TimeOnly Start, int Minutes, List<Mode> Modes);
