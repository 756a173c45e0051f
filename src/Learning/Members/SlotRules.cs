namespace Learning.Members;

/// <summary>What free times must keep to, of the week and of single dates.</summary>
internal static class SlotRules
{
    /// <summary>Most weekly times.</summary>
    public const int MostSlots = 50;

    private const int MostDates = 60;
    private const int MostOfADate = 10;
    private const int FurthestDaysAhead = 366;
    private const int MinutesOfDay = 24 * 60;

    /// <summary>What is wrong with the times of a week; null when nothing is.</summary>
    public static Problem? ProblemOf(IReadOnlyList<Slot> slots)
    {
        if (slots.Count > MostSlots)
        {
            return Invalid(0, $"There are {slots.Count} slots; {MostSlots} are the most.");
        }

        foreach (var (index, slot) in slots.Index())
        {
            if (WrongWith(slot.Start, slot.Minutes) is { } wrong)
            {
                return Invalid(index, wrong);
            }

            if (slots.Take(index).Any(other => other.Day == slot.Day && Overlap((other.Start, other.Minutes), (slot.Start, slot.Minutes))))
            {
                return Invalid(index, "It overlaps one before it.");
            }
        }

        return null;
    }

    /// <summary>What is wrong with dates that differ from the week; null when nothing is.</summary>
    public static Problem? ProblemOf(IReadOnlyList<SlotException> exceptions, DateOnly today)
    {
        if (exceptions.Count > MostDates)
        {
            return InvalidDate(MostDates, $"There are {exceptions.Count} dates; {MostDates} are the most.");
        }

        foreach (var (index, exception) in exceptions.Index())
        {
            if ((exceptions.Take(index).Any(other => other.Date == exception.Date) ? "It stands there twice." : WrongWith(exception, today)) is { } wrong)
            {
                return InvalidDate(index, wrong);
            }
        }

        return null;
    }

    private static string? WrongWith(SlotException exception, DateOnly today)
    {
        if (exception.Date < today || exception.Date > today.AddDays(FurthestDaysAhead))
        {
            return $"{exception.Date:yyyy-MM-dd} is gone by or more than {FurthestDaysAhead} days ahead.";
        }

        if (exception.Slots.Count > MostOfADate)
        {
            return $"There are {exception.Slots.Count} times; {MostOfADate} are the most.";
        }

        return exception.Slots.Select(slot => WrongWith(slot.Start, slot.Minutes)).FirstOrDefault(wrong => wrong is not null)
            ?? (exception.Slots.Index().Any(slot => exception.Slots.Take(slot.Index).Any(other => Overlap((other.Start, other.Minutes), (slot.Item.Start, slot.Item.Minutes))))
                ? "Two of its times overlap."
                : null);
    }

    private static string? WrongWith(TimeOnly start, int minutes) =>
        minutes is < 5 or > 480 ? $"It lasts {minutes} minutes, not 5 to 480."
        : start.Ticks % TimeSpan.TicksPerMinute != 0 ? "It does not begin at a whole minute."
        : MinuteOf(start) + minutes > MinutesOfDay ? "It goes on past midnight."
        : null;

    private static bool Overlap((TimeOnly Start, int Minutes) one, (TimeOnly Start, int Minutes) other) =>
        MinuteOf(one.Start) < MinuteOf(other.Start) + other.Minutes && MinuteOf(other.Start) < MinuteOf(one.Start) + one.Minutes;

    private static double MinuteOf(TimeOnly time) => time.ToTimeSpan().TotalMinutes;

    private static Problem Invalid(int index, string what) =>
        new("slot-invalid", $"Slot {index + 1} can't be: {what}", $"slots[{index}]", "Give day, start and minutes (5–480), ending the same day; split what goes past midnight.");

    private static Problem InvalidDate(int index, string what) =>
        new("slot-exception-invalid", $"Date {index + 1} can't be: {what}", $"exceptions[{index}]", "Give each date once, from today on, with times that have start and minutes (5–480), end the same day and do not overlap; no times mean a day off.");
}
