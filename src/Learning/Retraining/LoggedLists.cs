using Learning.Ranking;
using Learning.Records;

namespace Learning.Retraining;

/// <summary>Lists as they were shown, with the feature values that were logged then, joined with what was finished within the horizon after it.</summary>
public static class LoggedLists
{
    /// <summary>The lists of which something was finished, up to a moment after which nothing may be looked at; of each person the latest few.</summary>
    public static IReadOnlyList<TrainingList> Of(TrainingData data, DateTimeOffset cut, RetrainingOptions options) =>
    [
        .. from person in data.People
           from list in person.Lists.Where(list => list.At.AddDays(options.HorizonDays) <= cut)
               .Select(list => ListOf(person, list, options)).OfType<TrainingList>()
               .TakeLast(options.ListsPerPerson)
           select list,
    ];

    private static TrainingList? ListOf(TrainingPerson person, Impression shown, RetrainingOptions options)
    {
        var finished = person.FinishedBetween(shown.At, shown.At.AddDays(options.HorizonDays)).ToHashSet();
        var outcomes = shown.Items.Where(item => finished.Contains(item.Material)).Take(options.OutcomesPerList).Select(item => item.Material).ToHashSet();
        return outcomes.Count == 0
            ? null
            : new TrainingList
            {
                Member = person.Member.Id,
                AgeBand = person.AgeBandIn(shown.At.Year),
                Occupation = person.OccupationGroup,
                At = shown.At,
                Materials = [.. shown.Items.Select(item => item.Material)],
                Rows = [.. shown.Items.SelectMany(Row)],
                Finished = [.. shown.Items.Select(item => outcomes.Contains(item.Material))],
                IsReplayed = false,
            };
    }

    private static IEnumerable<float> Row(ImpressionItem item) => FeatureSet.All.Select(feature => (float)item.Features.GetValueOrDefault(feature.Name));
}
