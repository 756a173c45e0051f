namespace Learning.Plans.Words.Models;

/// <summary>The numbers, days and times that a sentence about certain lessons may name: those of the plan and of these lessons, nothing else.</summary>
internal sealed class AllowedNumbers
{
    private readonly HashSet<(SpokenKind Kind, decimal Value)> _allowed = [];
    private readonly HashSet<int> _years;
    private readonly int _items;

    public AllowedNumbers(PlanFacts facts, IReadOnlyList<ItemFact> cited)
    {
        _items = facts.Items.Count;
        _years = [.. facts.Items.Select(item => item.Date.Year), facts.From.Year, facts.Until.Year, .. facts.Hours.Select(line => line.By.Year)];
        Whole(facts);
        if (cited.Count > 0)
        {
            // Minutes and hours beside a lesson are read as the lesson's own: the plan's sums would lie there.
            _allowed.RemoveWhere(known => known.Kind is SpokenKind.Minutes or SpokenKind.CreditHours or SpokenKind.Hours);
            Add(SpokenKind.Count, cited.Count);
            Add(SpokenKind.Minutes, cited.Sum(item => item.Minutes));
            Add(SpokenKind.CreditHours, cited.Sum(item => item.Hours));
        }

        foreach (var item in cited)
        {
            Item(item);
        }
    }

    /// <summary>Whether a sentence may say it.</summary>
    public bool Holds(SpokenNumber said) => said.Kind switch
    {
        SpokenKind.Date => (said.Year is null || _years.Contains(said.Year.Value)) && Has(SpokenKind.Date, said.Value),
        SpokenKind.Hours => Has(SpokenKind.CreditHours, said.Value) || Has(SpokenKind.Minutes, said.Value * 60),
        SpokenKind.Ordinal => said.Value >= 1 && said.Value <= Math.Max(_items, 26),
        SpokenKind.Count or SpokenKind.Weeks or SpokenKind.Days => said.Value == 1 || Has(said.Kind, said.Value),
        SpokenKind.Bare => _allowed.Any(known => known.Value == said.Value && known.Kind is not (SpokenKind.Date or SpokenKind.Time or SpokenKind.Weekday))
            || _years.Contains((int)said.Value),
        _ => Has(said.Kind, said.Value),
    };

    private bool Has(SpokenKind kind, decimal value) => _allowed.Contains((kind, decimal.Round(value, 2)));

    private void Whole(PlanFacts facts)
    {
        Day(facts.From);
        Day(facts.Until);
        Add(SpokenKind.Count, facts.Items.Count);
        Add(SpokenKind.Count, facts.Checks);
        Add(SpokenKind.Minutes, facts.Minutes);
        Add(SpokenKind.CreditHours, facts.CreditHours);
        Add(SpokenKind.Weeks, facts.Weeks);
        Add(SpokenKind.Days, facts.Items.Select(item => item.Date).Distinct().Count());
        foreach (var line in facts.Hours)
        {
            Day(line.By);
            foreach (var hours in new[] { line.Target, line.Earned, line.Planned, line.Earned + line.Planned, Math.Max(0, line.Target - line.Earned), Math.Max(0, line.Target - line.Earned - line.Planned) })
            {
                Add(SpokenKind.CreditHours, hours);
            }
        }

        foreach (var said in facts.Unmet.Concat(facts.Causes).SelectMany(SpokenNumbers.Of))
        {
            Add(said.Kind, said.Value);
        }
    }

    private void Item(ItemFact item)
    {
        Day(item.Date);
        var start = (item.Start.Hour * 60) + item.Start.Minute;
        Add(SpokenKind.Time, start);
        Add(SpokenKind.Time, start + item.Minutes);
        Add(SpokenKind.Minutes, item.Minutes);
        Add(SpokenKind.CreditHours, item.Hours);
        foreach (var day in new[] { item.Due, item.OfferedUntil }.OfType<DateOnly>())
        {
            Day(day);
            _years.Add(day.Year);
        }

        foreach (var said in item.Reasons.SelectMany(SpokenNumbers.Of))
        {
            Add(said.Kind, said.Value);
        }
    }

    private void Day(DateOnly day)
    {
        Add(SpokenKind.Date, (day.Month * 100) + day.Day);
        Add(SpokenKind.Weekday, (int)day.DayOfWeek);
    }

    private void Add(SpokenKind kind, decimal value) => _allowed.Add((kind, decimal.Round(value, 2)));
}
