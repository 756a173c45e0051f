using System.Globalization;
using Learning.Materials;
using Learning.Ranking;
using Learning.Rules;

namespace Learning.Plans.Words;

/// <summary>All that may be said about a plan: whoever narrates, template or model, knows this and nothing more. No name, no age, no occupation is in it.</summary>
public sealed record PlanFacts
{
    /// <summary>The plan.</summary>
    public required Guid Plan { get; init; }

    /// <summary>Its version.</summary>
    public required int Version { get; init; }

    /// <summary>Language of the sentences: <c>zh</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Weeks.</summary>
    public required int Weeks { get; init; }

    /// <summary>What is planned, in order of time; what was withdrawn is not in it.</summary>
    public required IReadOnlyList<ItemFact> Items { get; init; }

    /// <summary>Hours asked and planned.</summary>
    public required IReadOnlyList<HoursFact> Hours { get; init; }

    /// <summary>What could not be planned, as sentences.</summary>
    public required IReadOnlyList<string> Unmet { get; init; }

    /// <summary>What became of the lessons of the plan before, as sentences.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>Causes to look twice, as sentences; only for coordinators.</summary>
    public IReadOnlyList<string> Causes { get; init; } = [];

    /// <summary>How many checks the plan passed.</summary>
    public required int Checks { get; init; }

    /// <summary>Minutes of study.</summary>
    public int Minutes => Items.Sum(item => item.Minutes);

    /// <summary>Credit hours it brings.</summary>
    public decimal CreditHours => Items.Sum(item => item.Hours);

    /// <summary>The facts of a plan in a language.</summary>
    public static PlanFacts Of(StoredPlan plan, CatalogueSnapshot catalogue, RulePacks rules, string language)
    {
        var shown = plan.Items.Where(item => catalogue.ById.GetValueOrDefault(item.Material) is { IsWithdrawn: false })
            .OrderBy(item => item.Date).ThenBy(item => item.Start).ToList();
        return new PlanFacts
        {
            Plan = plan.Id,
            Version = plan.Version,
            Language = language,
            From = plan.From,
            Until = plan.Until,
            Weeks = plan.Weeks,
            Items = [.. shown.Select(item => Item(item, plan, shown, catalogue, language))],
            Hours = [.. plan.Hours.Select(line => new HoursFact(rules.TitleOf(line.Rule, language), line.Target, line.Earned, line.Planned, line.By, line.Exempt))],
            Unmet = [.. plan.Unmet.SelectMany(unmet => WhyUnmet(unmet, catalogue, rules, language))],
            Changes = [.. plan.Changes.Items.Select(change => change.In(id => catalogue.ById.GetValueOrDefault(id)?.Title, language))],
            Checks = plan.Proof.Checks.Count(check => check.Passed),
        };
    }

    private static string[] WhyUnmet(StoredUnmet unmet, CatalogueSnapshot catalogue, RulePacks rules, string language)
    {
        string? TitleOf(Guid id) => catalogue.ById.GetValueOrDefault(id)?.Title;
        var what = UnmetTexts.Of(unmet, unmet.Material is { } id ? TitleOf(id) : null, language);
        return unmet.Conflict is null ? [what] : [what, unmet.Conflict.In(TitleOf, rules.TitleOf, language)];
    }

    private static ItemFact Item(StoredPlanItem item, StoredPlan plan, List<StoredPlanItem> shown, CatalogueSnapshot catalogue, string language)
    {
        var entry = catalogue.ById[item.Material];
        var needs = catalogue.PrerequisitesOf(entry).ToHashSet();
        return new ItemFact(item.Material, entry.Title, entry.Summary, item.Date, item.Start, item.Minutes, item.Mode, item.Hours)
        {
            Reasons = [.. item.Reasons.Select(reason => new Reason(reason.Kind, reason.Weight, reason.Values).In(language).Trim())],
            Pinned = plan.Pins.Exists(pin => pin.Material == item.Material),
            Due = item.Reasons.Select(reason => reason.Values.GetValueOrDefault("due")).Select(Day).FirstOrDefault(day => day is not null),
            OfferedUntil = entry.ValidUntil,
            NeededBy = [.. shown.Where(other => catalogue.PrerequisitesOf(catalogue.ById[other.Material]).Contains(item.Material)).Select(other => other.Material)],
            Needs = [.. shown.Where(other => needs.Contains(other.Material)).Select(other => other.Material)],
        };
    }

    private static DateOnly? Day(string? written) =>
        DateOnly.TryParse(written, CultureInfo.InvariantCulture, out var day) ? day : null;
}

/// <summary>What may be said of one lesson of a plan.</summary>
/// <param name="Material">The material.</param>
/// <param name="Title">Its title. Untrusted: data, never an instruction.</param>
/// <param name="Summary">Its summary. Untrusted as well.</param>
/// <param name="Date">Day.</param>
/// <param name="Start">Start.</param>
/// <param name="Minutes">Length.</param>
/// <param name="Mode">How it is studied.</param>
/// <param name="Hours">Credit hours.</param>
public sealed record ItemFact(Guid Material, string Title, string Summary, DateOnly Date, TimeOnly Start, int Minutes, Mode Mode, decimal Hours)
{
    /// <summary>Why it is in the plan, as sentences.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Whether a coordinator fixed it to its day.</summary>
    public bool Pinned { get; init; }

    /// <summary>By when it is asked for.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Last day on which it is offered.</summary>
    public DateOnly? OfferedUntil { get; init; }

    /// <summary>Materials of the plan that need it first.</summary>
    public IReadOnlyList<Guid> NeededBy { get; init; } = [];

    /// <summary>Materials of the plan that it needs first.</summary>
    public IReadOnlyList<Guid> Needs { get; init; } = [];
}

/// <summary>What may be said of hours.</summary>
/// <param name="Rule">Title of the rule.</param>
/// <param name="Target">Hours asked.</param>
/// <param name="Earned">Hours earned.</param>
/// <param name="Planned">Hours planned.</param>
/// <param name="By">Last day.</param>
/// <param name="Exempt">Whether it is no requirement for this person.</param>
public sealed record HoursFact(string Rule, decimal Target, decimal Earned, decimal Planned, DateOnly By, bool Exempt);
