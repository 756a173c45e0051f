using System.ComponentModel.DataAnnotations;
using Learning.Members;

namespace Learning.Server.Members;

/// <summary>A weekly time that is free for study, in the member's own zone.</summary>
/// <param name="Day">Day of the week.</param>
/// <param name="Start">Start.</param>
/// <param name="Minutes">Length; it ends the same day.</param>
/// <param name="Modes">What one can do in it; left out: anything but attend.</param>
public sealed record SlotShape(DayOfWeek Day, TimeOnly Start, [property: Range(5, 480)] int Minutes, [property: MaxLength(4)] IReadOnlyList<Mode>? Modes = null)
{
    internal Slot ToSlot() => new(Day, Start, Minutes, [.. Modes ?? []]);

    internal static SlotShape Of(Slot slot) => new(slot.Day, slot.Start, slot.Minutes, slot.Modes);
}

/// <summary>A date that differs from the usual week.</summary>
/// <param name="Date">The day, where the member lives.</param>
/// <param name="Slots">What is free on it instead of the week's times; empty: nothing, a day off.</param>
public sealed record SlotExceptionShape(DateOnly Date, [property: Required, MaxLength(10)] IReadOnlyList<DaySlotShape> Slots)
{
    internal SlotException ToException() => new(Date, [.. Slots.Select(slot => slot.ToSlot())]);

    /// <summary>Those of a member that are still to come.</summary>
    internal static IReadOnlyList<SlotExceptionShape> From(Member member, DateOnly today) =>
        [.. SlotException.ToCome(member.SlotExceptions, today).Select(exception => new SlotExceptionShape(exception.Date, [.. exception.Slots.Select(DaySlotShape.Of)]))];
}

/// <summary>A time of one day that is free for study, in the member's own zone.</summary>
/// <param name="Start">Start.</param>
/// <param name="Minutes">Length; it ends the same day.</param>
/// <param name="Modes">What one can do in it; left out: anything but attend.</param>
public sealed record DaySlotShape(TimeOnly Start, [property: Range(5, 480)] int Minutes, [property: MaxLength(4)] IReadOnlyList<Mode>? Modes = null)
{
    internal DaySlot ToSlot() => new(Start, Minutes, [.. Modes ?? []]);

    internal static DaySlotShape Of(DaySlot slot) => new(slot.Start, slot.Minutes, slot.Modes);
}

/// <summary>A weekly time in which nothing may be planned.</summary>
/// <param name="From">Start.</param>
/// <param name="To">End, after the start on the same day.</param>
/// <param name="Day">Day of the week; left out: every day.</param>
/// <param name="Why">Such as <c>peak</c> or <c>rest</c>.</param>
public sealed record QuietTimeShape(TimeOnly From, TimeOnly To, DayOfWeek? Day = null, [property: StringLength(50)] string? Why = null)
{
    internal QuietTime ToQuietTime() => new(Day, From, To, Why ?? "");

    internal static QuietTimeShape Of(QuietTime time) => new(time.From, time.To, time.Day, time.Why);
}

/// <summary>What takes a person out of an hours rule.</summary>
/// <param name="Kind">As the rule pack names it, such as <c>old-age</c> or <c>ill</c>.</param>
/// <param name="Until">Last day; left out: until taken back.</param>
public sealed record ExemptionShape([property: Required, StringLength(50)] string Kind, DateOnly? Until = null)
{
    internal Exemption ToExemption() => new(Kind, Until);

    internal static ExemptionShape Of(Exemption exemption) => new(exemption.Kind, exemption.Until);
}
