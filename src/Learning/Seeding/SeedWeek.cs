using Learning.Members;

namespace Learning.Seeding;

/// <summary>A person's week: which days are off, and what is free or closed on the others.</summary>
internal sealed class SeedWeek
{
    private static readonly DayOfWeek[] Days =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private readonly SeedShift _shift;
    private readonly HashSet<DayOfWeek> _off;
    private readonly bool _flipped;

    private SeedWeek(SeedShift shift, HashSet<DayOfWeek> off, bool flipped) => (_shift, _off, _flipped) = (shift, off, flipped);

    /// <summary>The words for days in <c>trades.yaml</c>. Of two colleagues, one works the odd days and one the even.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["any", "work", "rest", "odd", "even", "weekday", "weekend"];

    /// <summary>A week of a shift.</summary>
    public static SeedWeek Of(SeedShift shift, Chance chance)
    {
        var off = new HashSet<DayOfWeek>(shift.WeekendOff ? [DayOfWeek.Saturday, DayOfWeek.Sunday] : []);
        while (off.Count < shift.RestDays)
        {
            off.Add(chance.OneOf(Days));
        }

        return new SeedWeek(shift, off, chance.Happens(0.5));
    }

    /// <summary>Free hours, Monday first. Everybody has some.</summary>
    public List<Slot> Slots(Chance chance)
    {
        var kept = _shift.Slots.Where(slot => chance.Happens(slot.Chance)).ToList();
        return [.. (kept.Count == 0 ? _shift.Slots.Take(1) : kept)
            .SelectMany(slot => SlotsOf(slot, chance))
            .OrderBy(slot => Array.IndexOf(Days, slot.Day)).ThenBy(slot => slot.Start)];
    }

    /// <summary>Closed hours.</summary>
    public List<QuietTime> Quiet() => [.. _shift.Quiet.SelectMany(quiet => quiet.On == "any"
        ? [new QuietTime(null, quiet.From, quiet.To, quiet.Why)]
        : Days.Where(day => Holds(quiet.On, day)).Select(day => new QuietTime(day, quiet.From, quiet.To, quiet.Why)))];

    private IEnumerable<Slot> SlotsOf(SeedSlot slot, Chance chance)
    {
        var start = slot.Start.AddMinutes(5 * chance.Between(-slot.Moves / 5, slot.Moves / 5));
        var minutes = 5 * chance.Between(slot.Minutes[0] / 5, slot.Minutes[1] / 5);
        var days = Days.Where(day => Holds(slot.On, day)).ToList();
        var kept = days.Where(_ => chance.Happens(slot.Each)).ToList();
        return (kept.Count == 0 ? days : kept).Select(day => new Slot(day, start, minutes, [.. slot.Modes]));
    }

    private bool Holds(string kind, DayOfWeek day) => kind switch
    {
        "any" => true,
        "work" => !_off.Contains(day),
        "rest" => _off.Contains(day),
        "odd" => !_off.Contains(day) && Array.IndexOf(Days, day) % 2 == (_flipped ? 1 : 0),
        "even" => !_off.Contains(day) && Array.IndexOf(Days, day) % 2 == (_flipped ? 0 : 1),
        "weekday" => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
        "weekend" => day is DayOfWeek.Saturday or DayOfWeek.Sunday,
        _ => throw new BrokenRule("seed-invalid", $"'{kind}' names no days.", $"Use one of {string.Join(", ", Kinds)} in trades.yaml."),
    };
}
