using Learning.Materials;
using Learning.Plans.Constructing;

namespace Learning.Plans.Solving;

/// <summary>Minutes of one day that follow each other and are open for some mode; or the place of a pin, which holds nothing else.</summary>
internal sealed class Stretch
{
    public required int Index { get; init; }

    public required int Day { get; init; }

    public required int From { get; init; }

    public required int To { get; init; }

    /// <summary>Where each mode may stand, inside the stretch.</summary>
    public required Interval[][] Windows { get; init; }

    /// <summary>The piece that a pin put here.</summary>
    public Piece? Pin { get; init; }

    public int Minutes => To - From;

    /// <summary>Whether every mode that may stand here may stand anywhere in it: then only the sum of minutes counts.</summary>
    public bool IsEven => Array.TrueForAll(Windows, windows => windows.Length == 0 || (windows.Length == 1 && windows[0].To - windows[0].From == Minutes));

    /// <summary>What makes it equal to others.</summary>
    public string Kind => Pin is not null ? "pin" : $"{Minutes}:" + string.Join('|', Windows.Select(windows => string.Join(',', windows.Select(window => $"{window.From - From}-{window.To - From}"))));

    public int Longest(Mode mode)
    {
        var longest = 0;
        foreach (var window in Windows[(int)mode]) longest = Math.Max(longest, window.To - window.From);
        return longest;
    }
}
