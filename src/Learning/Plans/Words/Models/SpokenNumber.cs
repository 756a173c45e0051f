namespace Learning.Plans.Words.Models;

/// <summary>A number, a day or a time that a sentence names.</summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Value">The number; for a date month × 100 + day, for a time minutes since midnight, for a weekday 0 (Sunday) to 6.</param>
/// <param name="Year">The year of a date, where it is said.</param>
internal readonly record struct SpokenNumber(SpokenKind Kind, decimal Value, int? Year = null);

/// <summary>What a number counts.</summary>
internal enum SpokenKind
{
    Date,
    Time,
    Weekday,
    Minutes,
    CreditHours,

    /// <summary>English "hours", which may be an hour of the clock or a credit hour.</summary>
    Hours,
    Weeks,
    Days,
    Count,
    Ordinal,
    Bare,
}
