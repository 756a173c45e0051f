using Learning.Members;

namespace Learning.Server.Members;

/// <summary>The zones in which people live.</summary>
internal static class Times
{
    /// <summary>A zone by its IANA name; an unknown one counts as Shanghai's, as in <see cref="Learning.Members.LocalDay"/>.</summary>
    public static TimeZoneInfo Zone(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById(LocalDay.Usual);
}
