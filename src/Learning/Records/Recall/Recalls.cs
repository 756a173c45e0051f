using Learning.Materials;

namespace Learning.Records.Recall;

/// <summary>When what somebody learned should be called to mind again. A function of the records.</summary>
public static class Recalls
{
    private const double Easy = 0.95;
    private const double Good = 0.8;

    /// <summary>Every lesson that was learned, with the day from which it should be called to mind, the longest due first.</summary>
    /// <param name="history">What the member did.</param>
    /// <param name="catalogue">The catalogue: near-duplicates are one lesson.</param>
    /// <param name="dayOf">The day of a moment, where the member lives.</param>
    public static IReadOnlyList<DueRecall> Of(History history, CatalogueSnapshot catalogue, Func<DateTimeOffset, DateOnly> dayOf) =>
    [
        .. history.Records.Select(record => (Record: record, Grade: GradeOf(record))).Where(one => one.Grade is not null)
            .GroupBy(one => catalogue.ById.GetValueOrDefault(one.Record.MaterialId)?.Lesson ?? one.Record.MaterialId)
            .Where(same => history.LessonsDone.Contains(same.Key))
            .Select(same => Of([.. same.Select(one => (one.Record.MaterialId, Day: dayOf(one.Record.At), one.Grade!.Value))]))
            .OrderBy(recall => recall.Due).ThenBy(recall => recall.Material),
    ];

    private static DueRecall Of(IReadOnlyList<(Guid Material, DateOnly Day, Grade Grade)> times)
    {
        var memory = Fsrs.First(times[0].Grade);
        for (var place = 1; place < times.Count; place++)
        {
            memory = Fsrs.Next(memory, times[place].Grade, times[place].Day.DayNumber - times[place - 1].Day.DayNumber);
        }

        var (material, last, _) = times[^1];
        return new DueRecall(material, last, last.AddDays(Fsrs.DaysUntilDue(memory)), memory);
    }

    /// <summary>How well a record tells that something was remembered; null where it tells nothing of that.</summary>
    private static Grade? GradeOf(LearningRecord record) => record switch
    {
        { Verb: Verb.Completed } or { Verb: Verb.Attended, Success: true } => Grade.Good,
        { Verb: Verb.Recalled, Success: false } => Grade.Again,
        { Verb: Verb.Recalled, Success: true } => record.Score switch { null => Grade.Good, >= Easy => Grade.Easy, >= Good => Grade.Good, _ => Grade.Hard },
        _ => null,
    };
}

/// <summary>A lesson that was learned and should be called to mind.</summary>
/// <param name="Material">The material it was last met in.</param>
/// <param name="Last">When.</param>
/// <param name="Due">From when the chance of remembering is below <see cref="Fsrs.Wanted"/>.</param>
/// <param name="Memory">What is remembered.</param>
public sealed record DueRecall(Guid Material, DateOnly Last, DateOnly Due, Memory Memory);
