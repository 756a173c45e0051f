using Learning.Materials;
using Learning.Plans;
using Learning.Ranking;
using Learning.Rules;

namespace Learning.Cli.Telling;

/// <summary>A plan as the API writes it, and as lines for people.</summary>
internal sealed record PlanTold
{
    private const string IsoDay = "yyyy-MM-dd";

    public required Guid Id { get; init; }

    public required Guid Member { get; init; }

    public required PlanState State { get; init; }

    public required int Version { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    public required int Weeks { get; init; }

    public required string Model { get; init; }

    public required bool Personalised { get; init; }

    public required IReadOnlyList<Item> Items { get; init; }

    /// <summary>The first rule that asks for hours; null where none does.</summary>
    public StoredPlanHours? Hours => HoursByRule.Count > 0 ? HoursByRule[0] : null;

    public required IReadOnlyList<StoredPlanHours> HoursByRule { get; init; }

    /// <summary>Titles of the rules that ask for hours, by their ids.</summary>
    public required IReadOnlyDictionary<string, string> Rules { get; init; }

    public required StoredProof Proof { get; init; }

    public required IReadOnlyList<Missing> Unmet { get; init; }

    /// <summary>What became of the lessons of the plan before.</summary>
    public required IReadOnlyList<string> Changes { get; init; }

    /// <summary>What is proven, in words.</summary>
    public required IReadOnlyList<string> ProofSentences { get; init; }

    public static PlanTold Of(StoredPlan plan, CatalogueSnapshot catalogue, RulePacks rules, string language) => new()
    {
        Id = plan.Id,
        Member = plan.MemberId,
        State = plan.State,
        Version = plan.Version,
        From = plan.From,
        Until = plan.Until,
        Weeks = plan.Weeks,
        Model = plan.Model,
        Personalised = plan.Personalised,
        Items = [.. plan.Items.Select(item => new Item(
            item.Date, item.Start, item.Minutes, item.Material, catalogue.ById[item.Material].Title, item.Mode, item.Hours,
            [.. item.Reasons.Select(reason => new Why(reason.Kind, new Reason(reason.Kind, reason.Weight, reason.Values).In(language), reason.Weight))]))],
        HoursByRule = plan.Hours,
        Rules = plan.Hours.Select(line => line.Rule).Distinct(StringComparer.Ordinal).ToDictionary(rule => rule, rule => rules.TitleOf(rule, language), StringComparer.Ordinal),
        Proof = plan.Proof,
        ProofSentences = ProofTexts.Of(plan.Proof, language),
        Changes = [.. plan.Changes.Items.Select(change => change.In(id => catalogue.ById.GetValueOrDefault(id)?.Title, language))],
        Unmet = [.. plan.Unmet.Select(unmet => new Missing(
            unmet.Kind, UnmetTexts.Of(unmet, unmet.Material is { } id ? catalogue.ById.GetValueOrDefault(id)?.Title : null, language), unmet.Material,
            unmet.Conflict?.In(material => catalogue.ById.GetValueOrDefault(material)?.Title, rules.TitleOf, language), [.. unmet.Conflict?.Rules.Select(rule => rule.Kind) ?? []]))],
    };

    public IEnumerable<string> Lines(Words words) =>
    [
        words.Of("plan.head", ("id", Id), ("state", PlanStates.NameOf(State)), ("from", From.ToString(IsoDay)), ("until", Until.ToString(IsoDay)), ("count", Items.Count), ("hours", Items.Sum(item => item.Hours))),
        .. Items.SelectMany(item => (string[])
        [
            $"{item.Date.ToString(IsoDay)} {item.Start:HH\\:mm}  {item.Minutes,3} min  {item.Hours:0.0} h  {item.Title}",
            .. item.Reasons.Take(1).Select(reason => $"    {reason.Text}"),
        ]),
        .. HoursByRule.Select(line => words.Of(
            line.Exempt ? "plan.exempt" : "plan.hours",
            ("rule", Rules[line.Rule]), ("earned", line.Earned), ("planned", line.Planned), ("target", line.Target), ("by", line.By.ToString(IsoDay)))),
        .. Unmet.SelectMany(missing => missing.Conflict is null ? [$"! {missing.Text}"] : new[] { $"! {missing.Text}", $"    {missing.Conflict}" }),
        .. Changes,
        words.Of("plan.proof", ("passed", Proof.Checks.Count(check => check.Passed)), ("checks", Proof.Checks.Count)),
        .. ProofSentences.Skip(1),
    ];

    internal sealed record Item(
        DateOnly Date, TimeOnly Start, int Minutes, Guid Material, string Title, Mode Mode, decimal Hours, IReadOnlyList<Why> Reasons);

    internal sealed record Why(string Kind, string Text, double Weight);

    internal sealed record Missing(string Kind, string Text, Guid? Material, string? Conflict, IReadOnlyList<string> ConflictRules);
}
