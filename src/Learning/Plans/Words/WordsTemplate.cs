using System.Globalization;

namespace Learning.Plans.Words;

/// <summary>The words of the house itself: sentences from the resources, filled with facts. They always work, in both languages.</summary>
public static class WordsTemplate
{
    private const int LessonsNamed = 3;
    private const int ChangesNamed = 5;

    /// <summary>The sentences for what is asked.</summary>
    /// <param name="kind">What is asked.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="material">The lesson, where one is asked about; it is in the plan.</param>
    public static Told Of(WordsKind kind, PlanFacts facts, Guid? material) => new(kind, facts.Language, kind switch
    {
        WordsKind.Letter => [.. Letter(facts)],
        WordsKind.Why => [.. Why(facts, facts.Items.First(item => item.Material == material))],
        _ => [.. Attention(facts)],
    });

    private static IEnumerable<ToldSentence> Letter(PlanFacts facts)
    {
        yield return Plain(facts, "letter-plan", Whole(facts));
        foreach (var line in facts.Hours)
        {
            yield return Plain(facts, line.Exempt ? "letter-hours-exempt" : "letter-hours",
                ("rule", line.Rule), ("by", Day(line.By)), ("target", Number(line.Target)), ("earned", Number(line.Earned)), ("planned", Number(line.Planned)));
        }

        foreach (var (place, item) in facts.Items.Take(LessonsNamed).Index())
        {
            yield return About(facts, place == 0 ? "letter-first" : "letter-next", item);
        }

        foreach (var change in facts.Changes.Take(ChangesNamed))
        {
            yield return new ToldSentence(change, []);
        }

        foreach (var unmet in facts.Unmet)
        {
            yield return new ToldSentence(unmet, []);
        }

        yield return Plain(facts, "letter-end");
    }

    private static IEnumerable<ToldSentence> Why(PlanFacts facts, ItemFact item)
    {
        yield return About(facts, "why-when", item);
        yield return About(facts, "why-this", item, ("reasons", string.Join(facts.Language == "zh" ? "；" : "; ", item.Reasons)));
        if (item.Pinned)
        {
            yield return About(facts, "why-now-pinned", item);
        }

        if (item.Due is { } due)
        {
            yield return About(facts, "why-now-due", item, ("due", Day(due)));
        }
        else if (item.OfferedUntil is { } last)
        {
            yield return About(facts, "why-now-offered", item, ("due", Day(last)));
        }

        foreach (var other in facts.Items.Where(other => item.NeededBy.Contains(other.Material)))
        {
            yield return About(facts, "why-now-needed", item, ("other", other.Title)) with { Materials = [item.Material, other.Material] };
        }

        yield return About(facts, "why-now-free", item);
    }

    private static IEnumerable<ToldSentence> Attention(PlanFacts facts)
    {
        yield return Plain(facts, "letter-plan-coordinator", Whole(facts));
        foreach (var cause in facts.Causes.Concat(facts.Unmet).Distinct(StringComparer.Ordinal))
        {
            yield return new ToldSentence(cause, []);
        }

        yield return Plain(facts, facts.Causes.Count + facts.Unmet.Count == 0 ? "attention-nothing" : "attention-checks", ("checks", Number(facts.Checks)));
    }

    private static (string, string)[] Whole(PlanFacts facts) =>
    [
        ("from", Day(facts.From)), ("until", Day(facts.Until)), ("items", Number(facts.Items.Count)), ("minutes", Number(facts.Minutes)), ("hours", Number(facts.CreditHours)),
    ];

    private static ToldSentence About(PlanFacts facts, string key, ItemFact item, params (string Name, string Value)[] more) => new(
        Text(facts, key,
        [
            ("title", item.Title), ("date", Day(item.Date)), ("weekday", Texts.Of($"weekday-{(int)item.Date.DayOfWeek}", facts.Language)),
            ("start", item.Start.ToString("HH:mm", CultureInfo.InvariantCulture)), ("minutes", Number(item.Minutes)), ("hours", Number(item.Hours)), .. more,
        ]),
        [item.Material]);

    private static ToldSentence Plain(PlanFacts facts, string key, params (string Name, string Value)[] values) => new(Text(facts, key, values), []);

    private static string Text(PlanFacts facts, string key, (string Name, string Value)[] values) =>
        Texts.Of(key, facts.Language, values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal));

    // As days are kept: the sentence writes them.
    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
