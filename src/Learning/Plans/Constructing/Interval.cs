using System.Runtime.InteropServices;

namespace Learning.Plans.Constructing;

/// <summary>Minutes of a day, the end not included.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Interval(int From, int To);

/// <summary>A start: day of the plan, minute of the day.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Spot(int Day, int Start)
{
    public const int MinutesPerDay = 24 * 60;

    /// <summary>Minutes since the plan's first midnight.</summary>
    public int Moment => (Day * MinutesPerDay) + Start;
}
