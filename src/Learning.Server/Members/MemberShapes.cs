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
