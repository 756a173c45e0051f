using System.Text.RegularExpressions;

namespace Learning.Members;

/// <summary>Which day it is where somebody lives.</summary>
public static partial class LocalDay
{
    /// <summary>Where members live unless they say otherwise.</summary>
    public const string Usual = "Asia/Shanghai";

    /// <summary>The date in a time zone.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="timeZone">IANA name; an unknown one counts as Shanghai's.</param>
    public static DateOnly Of(DateTimeOffset moment, string timeZone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone(timeZone)).DateTime);

    /// <summary>The moment at which a day begins in a time zone.</summary>
    /// <param name="day">The day.</param>
    /// <param name="timeZone">IANA name; an unknown one counts as Shanghai's.</param>
    public static DateTimeOffset StartOf(DateOnly day, string timeZone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone(timeZone).GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>Whether there is such a time zone.</summary>
    public static bool IsKnown(string timeZone) => Name().IsMatch(timeZone) && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _);

    /// <summary>A time zone.</summary>
    /// <param name="timeZone">IANA name; an unknown one counts as Shanghai's.</param>
    public static TimeZoneInfo Zone(string timeZone) => TimeZoneInfo.FindSystemTimeZoneById(IsKnown(timeZone) ? timeZone : Usual);

    // The system looks a zone up as a file below the folder of zones, and reads whatever is there: a name must be no path out of it.
    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_+-]{0,40}(/[A-Za-z][A-Za-z0-9_+-]{0,40}){0,2}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
