namespace Learning.Plans.Words.FreeWords;

/// <summary>A stretch of a day in minutes since its midnight; what lies beyond 24:00 belongs to the next day.</summary>
/// <param name="From">Start.</param>
/// <param name="To">End.</param>
/// <param name="Assumed">Whether a part of it is a guess.</param>
internal readonly record struct Window(int From, int To, bool Assumed);

/// <summary>Which half of the day a time means, and how long a part of the day is.</summary>
internal static class Windows
{
    public const int Day = 24 * 60;
    private const int Usual = 60;
    private const int Longest = 480;
    private const int Dawn = 6 * 60;

    /// <summary>The usual stretch of a part of the day, where no time was said.</summary>
    public static Window Of(PartOfDay part) => part switch
    {
        PartOfDay.Dawn => new(5 * 60, 6 * 60, true),
        PartOfDay.Morning => new(9 * 60, 11 * 60, true),
        PartOfDay.Noon => new(12 * 60, 13 * 60, true),
        PartOfDay.Afternoon => new(14 * 60, 17 * 60, true),
        PartOfDay.Dusk => new(17 * 60, 19 * 60, true),
        PartOfDay.Night => new(21 * 60, 23 * 60, true),
        _ => new(19 * 60, 21 * 60, true),
    };

    /// <summary>The minute at which a window begins, and whether that is a guess.</summary>
    public static (int Minute, bool Assumed) Start(TimeToken time, PartOfDay? part)
    {
        var hour = time.Half switch
        {
            HalfOfDay.Morning => time.Hour % 12,
            HalfOfDay.Afternoon => (time.Hour % 12) + 12,
            _ => InPart(time.Hour, part),
        };
        var sure = time.Half != HalfOfDay.NotSaid || part is not null || time.Hour > 12 || time.Hour == 0 || time.Said.Contains(':', StringComparison.Ordinal);
        return ((hour * 60) + time.Minute, !sure);
    }

    /// <summary>The window from a start to an end that was said: the earliest reading of the end that lies behind the start.</summary>
    public static Window Between((int Minute, bool Assumed) start, TimeToken end, PartOfDay? endPart)
    {
        if (end.Half != HalfOfDay.NotSaid || endPart is not null || end.Hour > 12)
        {
            var (minute, assumed) = Start(end, endPart);
            return new Window(start.Minute, minute > start.Minute ? minute : minute + Day, start.Assumed || assumed);
        }

        var said = (end.Hour * 60) + end.Minute;
        var minutes = new[] { said, said + (Day / 2), said + Day, said + Day + (Day / 2) }.First(minute => minute > start.Minute);
        return new Window(start.Minute, minutes, start.Assumed);
    }

    public static Window After((int Minute, bool Assumed) start) => new(start.Minute, Math.Max(start.Minute + 5, Math.Min(Day, start.Minute + Longest)), start.Assumed || start.Minute + Longest < Day);

    public static Window Before((int Minute, bool Assumed) end) => new(Math.Max(Math.Min(Dawn, Math.Max(0, end.Minute - Usual)), end.Minute - (2 * Usual)), end.Minute, true);

    public static Window At((int Minute, bool Assumed) start, int? length) => new(start.Minute, start.Minute + (length ?? Usual), start.Assumed || length is null);

    private static int InPart(int hour, PartOfDay? part) => part switch
    {
        PartOfDay.Dawn => hour == 12 ? 0 : hour,
        PartOfDay.Noon => hour <= 3 ? hour + 12 : hour,
        PartOfDay.Afternoon or PartOfDay.Dusk => hour < 12 ? hour + 12 : hour,
        PartOfDay.Evening or PartOfDay.Night => hour switch { 12 => 24, < 5 => hour + 24, < 12 => hour + 12, _ => hour },
        PartOfDay.Morning => hour,
        // Nobody means five in the morning without saying so.
        _ => hour is >= 1 and <= 5 ? hour + 12 : hour,
    };
}
