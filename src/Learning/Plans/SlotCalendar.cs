using Learning.Members;

namespace Learning.Plans;

/// <summary>Turns the week a member described into dated slots. Pure; times stay local to the member, so a change of clocks moves nothing.</summary>
public static class SlotCalendar
{
    /// <summary>Every slot of the weekly pattern from a day on for some weeks; a day with an exception has the exception's slots instead.</summary>
    public static IReadOnlyList<DatedSlot> Expand(DateOnly from, int weeks, IReadOnlyList<Slot> pattern, IReadOnlyList<SlotException> exceptions)
    {
        var instead = exceptions.ToLookup(exception => exception.Date);
        var slots = new List<DatedSlot>();
        for (var day = from; day < from.AddDays(7 * weeks); day = day.AddDays(1))
        {
            slots.AddRange(instead.Contains(day)
                ? instead[day].SelectMany(exception => exception.Slots).Select(slot => new DatedSlot(day, slot.Start, slot.Minutes, slot.Modes))
                : pattern.Where(slot => slot.Day == day.DayOfWeek).Select(slot => new DatedSlot(day, slot.Start, slot.Minutes, slot.Modes)));
        }

        return [.. slots.OrderBy(slot => slot.Date).ThenBy(slot => slot.Start)];
    }

    /// <summary>The times a member keeps free, as times in which nothing may be planned.</summary>
    public static IReadOnlyList<ForbiddenTime> Forbid(IEnumerable<QuietTime> quietTimes) =>
        [.. quietTimes.Select(quiet => new ForbiddenTime(quiet.Day, null, quiet.From, quiet.To))];
}
