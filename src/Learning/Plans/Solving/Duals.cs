using Google.OrTools.LinearSolver;

namespace Learning.Plans.Solving;

/// <summary>From the rows of a linear program to prices.</summary>
internal static class Duals
{
    /// <summary>Writes what each row is worth: lessons, hours, orders by their number, duties where not all can be met.</summary>
    public static void Read(Columns columns, Prices prices, Constraint[] lessons, Constraint[] hours, Dictionary<int, Constraint> orders, Constraint? duty)
    {
        for (var lesson = 0; lesson < lessons.Length; lesson++)
            prices.Lessons[lesson] = columns.Must[lesson] ? Whole(lessons[lesson].DualValue()) : Math.Max(0, Whole(lessons[lesson].DualValue()));
        for (var target = 0; target < hours.Length; target++) prices.Hours[target] = Math.Clamp(Whole(-hours[target].DualValue()), 0, columns.Aim == Aim.Hours ? Columns.Hour * Prices.Scale : long.MaxValue);
        Array.Clear(prices.Orders);
        foreach (var (order, row) in orders) prices.Orders[order] = Math.Max(0, Whole(row.DualValue()));
        prices.Duty = duty is null ? 0 : Math.Max(0, Whole(-duty.DualValue()));
    }

    private static long Whole(double price) => (long)Math.Round(price * Prices.Scale);
}
