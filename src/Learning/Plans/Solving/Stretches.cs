using Learning.Materials;
using Learning.Plans.Constructing;

namespace Learning.Plans.Solving;

/// <summary>Cuts the days of a puzzle into stretches, in order of time. Pins with an hour take their minutes out.</summary>
internal static class Stretches
{
    private static readonly Mode[] Modes = Enum.GetValues<Mode>();

    public static Stretch[] Of(Puzzle puzzle, IReadOnlyDictionary<int, Spot> pins)
    {
        var stretches = new List<Stretch>();
        for (var day = 0; day < puzzle.Days; day++)
        {
            var pinned = pins.Where(pin => pin.Value.Day == day).Select(pin => (puzzle.Pieces[pin.Key], Time: new Interval(pin.Value.Start, pin.Value.Start + puzzle.Pieces[pin.Key].Minutes))).ToArray();
            var windows = Modes.Select(mode => Less(puzzle.Windows.On(day, mode), pinned.Select(pin => pin.Time))).ToArray();
            var found = Union(windows.SelectMany(window => window)).Select(time => (Time: time, Pin: (Piece?)null))
                .Concat(pinned.Select(pin => (pin.Time, (Piece?)pin.Item1))).OrderBy(entry => entry.Time.From);
            foreach (var (time, pin) in found)
            {
                stretches.Add(new Stretch
                {
                    Index = stretches.Count,
                    Day = day,
                    From = time.From,
                    To = time.To,
                    Pin = pin,
                    Windows = [.. windows.Select(all => pin is null ? all.Where(window => window.From >= time.From && window.To <= time.To).ToArray() : [])],
                });
            }
        }

        return [.. stretches];
    }

    private static Interval[] Less(Interval[] windows, IEnumerable<Interval> taken)
    {
        foreach (var no in taken)
        {
            windows = [.. windows.SelectMany(window => new[]
            {
                window with { To = Math.Min(window.To, no.From) },
                window with { From = Math.Max(window.From, no.To) },
            }).Where(rest => rest.From < rest.To)];
        }

        return windows;
    }

    private static List<Interval> Union(IEnumerable<Interval> windows)
    {
        var union = new List<Interval>();
        foreach (var window in windows.OrderBy(window => window.From))
        {
            if (union.Count > 0 && window.From <= union[^1].To) union[^1] = union[^1] with { To = Math.Max(union[^1].To, window.To) };
            else union.Add(window);
        }

        return union;
    }
}
