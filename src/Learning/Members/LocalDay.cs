namespace Learning.Members;

/// <summary>Which day it is where somebody lives.</summary>
public static class LocalDay
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
    public static bool IsKnown(string timeZone) => TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _);

    private static TimeZoneInfo Zone(string timeZone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById(Usual);
}
