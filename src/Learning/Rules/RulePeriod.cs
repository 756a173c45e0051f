namespace Learning.Rules;

/// <summary>The stretch of the calendar in which hours are counted.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
public sealed record RulePeriod(DateOnly First, DateOnly Last)
{
    /// <summary>The names a rule pack may use.</summary>
    public static IReadOnlyList<string> Names { get; } = ["year", "half-year", "quarter"];

    /// <summary>The period of a kind that holds a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none of <see cref="Names"/>.</exception>
    public static RulePeriod Of(string kind, DateOnly day)
    {
        var months = kind switch
        {
            "year" => 12,
            "half-year" => 6,
            "quarter" => 3,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A period is year, half-year or quarter."),
        };
        var first = new DateOnly(day.Year, ((day.Month - 1) / months * months) + 1, 1);
        return new RulePeriod(first, first.AddMonths(months).AddDays(-1));
    }
}
