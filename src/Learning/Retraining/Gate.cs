using Learning.Ranking.Models;

namespace Learning.Retraining;

/// <summary>
/// Whether a model may take the place of the one that serves: better for the same people with 95 % confidence, and worse for no
/// group of age and occupation. A group speaks when its loss is beyond its own noise: many groups are asked,
/// so each must be surer than the whole (one-sided; one chance in twenty for all groups together: Bonferroni, as in Dunn 1961). Where enough was left to chance, it must not earn surely less there either: what people
/// finish of what they were shown speaks for the ranker that showed it.
/// </summary>
public static class Gate
{
    /// <summary>The chance that a model that is worse for nobody is refused for any group, at most.</summary>
    private const double Risk = 0.05;

    /// <summary>Standard errors below which a hundredth of a normal distribution lies.</summary>
    private const double SureDeviations = 2.326;

    /// <summary>Compares two models.</summary>
    /// <param name="lists">The lists they were judged on.</param>
    /// <param name="model">nDCG of the new one, list by list.</param>
    /// <param name="serving">nDCG of the one that serves.</param>
    /// <param name="servingIsMarked">Whether somebody was erased whom the serving one was trained on: then to be no worse is enough.</param>
    /// <param name="smallestGroup">Groups of fewer people are looked at only by age and by occupation.</param>
    /// <param name="chance">What both would have earned in lines that chance filled; null where too few were.</param>
    public static GateAnswer Ask(IReadOnlyList<TrainingList> lists, double[] model, double[] serving, bool servingIsMarked, int smallestGroup, ChanceScores? chance = null)
    {
        var differences = model.Zip(serving, (one, other) => one - other).ToArray();
        var own = Resampling.Quantiles(model, 1, 0.025, 0.975);
        var paired = Resampling.Quantiles(differences, 2, 0.025, 0.975);
        var scores = new ModelScores(lists.Count, model.DefaultIfEmpty(0).Average(), own[0], own[1], serving.DefaultIfEmpty(0).Average(), differences.DefaultIfEmpty(0).Average(), paired[0], paired[1]);
        var large = Groups(lists).Where(group => group.Lists.Count >= smallestGroup).ToList();
        var groups = large.Select((group, place) => Score(group, model, serving, differences, 3 + place, 1 - (Risk / large.Count))).ToList();
        var refusals = new List<string>();
        if (servingIsMarked ? scores.DifferenceHigh < 0 : scores.DifferenceLow <= 0)
        {
            refusals.Add("not-better");
        }

        if (chance is not null && chance.Difference + (SureDeviations * chance.Error) < 0)
        {
            refusals.Add("worse-by-chance");
        }

        refusals.AddRange(groups.Where(group => group.Best < 0).Select(group => $"worse-for {group.AgeBand ?? "*"} {group.Occupation ?? "*"}"));
        return new GateAnswer(scores, groups, refusals);
    }

    private static IEnumerable<(string? Age, string? Occupation, List<int> Lists)> Groups(IReadOnlyList<TrainingList> lists)
    {
        var all = Enumerable.Range(0, lists.Count).ToList();
        var byAge = all.Where(list => lists[list].AgeBand is not null).GroupBy(list => lists[list].AgeBand).Select(same => (same.Key, (string?)null, same.ToList()));
        var byOccupation = all.Where(list => lists[list].Occupation is not null).GroupBy(list => lists[list].Occupation).Select(same => ((string?)null, same.Key, same.ToList()));
        var crossed = all.Where(list => lists[list] is { AgeBand: not null, Occupation: not null })
            .GroupBy(list => (lists[list].AgeBand, lists[list].Occupation)).Select(same => (same.Key.AgeBand, same.Key.Occupation, same.ToList()));
        return byAge.Concat(byOccupation).Concat(crossed).OrderBy(group => group.Item1, StringComparer.Ordinal).ThenBy(group => group.Item2, StringComparer.Ordinal);
    }

    private static GroupScores Score((string? Age, string? Occupation, List<int> Lists) group, double[] model, double[] serving, double[] differences, int seed, double sure) => new(
        group.Age,
        group.Occupation,
        group.Lists.Count,
        group.Lists.Average(list => model[list]),
        group.Lists.Average(list => serving[list]),
        group.Lists.Average(list => differences[list]),
        Resampling.Quantiles([.. group.Lists.Select(list => differences[list])], seed, sure)[0]);
}

/// <summary>What the gate says.</summary>
/// <param name="Scores">The comparison over everybody.</param>
/// <param name="Groups">The same by group.</param>
/// <param name="Refusals">Why it refuses; empty when it lets the model through.</param>
public sealed record GateAnswer(ModelScores Scores, IReadOnlyList<GroupScores> Groups, IReadOnlyList<string> Refusals)
{
    /// <summary>Whether it lets the model through.</summary>
    public bool Passes => Refusals.Count == 0;
}
