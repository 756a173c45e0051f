using Learning.Materials;
using Learning.Records;
using Learning.Records.Recall;
using Learning.Tests.Drivers;

namespace Learning.Tests.Records;

/// <summary>How long things are remembered, against values that the reference implementation (py-fsrs 6, tests/test_basic.py) publishes.</summary>
public sealed class FsrsTests
{
    [Fact]
    public void The_days_between_recalls_are_those_of_the_reference()
    {
        // Learned and recalled twice on the first day, then whenever due; forgotten twice after the sixth time.
        Grade[] grades = [Grade.Good, Grade.Good, Grade.Good, Grade.Good, Grade.Good, Grade.Good, Grade.Again, Grade.Again, Grade.Good, Grade.Good, Grade.Good, Grade.Good, Grade.Good];
        int[] published = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];

        var memory = Fsrs.First(grades[0]);
        List<int> days = [0];
        foreach (var grade in grades.Skip(1))
        {
            memory = Fsrs.Next(memory, grade, days[^1]);
            days.Add(grade == Grade.Again ? 0 : Fsrs.DaysUntilDue(memory));
        }

        Assert.Equal(published, days);
    }

    [Fact]
    public void The_chance_is_nine_in_ten_when_due_and_falls()
    {
        foreach (var grade in Enum.GetValues<Grade>())
        {
            var memory = Fsrs.First(grade);
            Assert.Equal(0.9, Fsrs.Chance(memory with { Stability = 30 }, 30), 12);
            Assert.Equal(1, Fsrs.Chance(memory, 0), 12);
            Assert.All(Enumerable.Range(0, 100), day => Assert.True(Fsrs.Chance(memory, day) > Fsrs.Chance(memory, day + 1)));
        }

        Assert.True(Fsrs.Next(Fsrs.First(Grade.Good), Grade.Easy, 3).Stability > Fsrs.Next(Fsrs.First(Grade.Good), Grade.Good, 3).Stability);
        Assert.True(Fsrs.Next(Fsrs.First(Grade.Good), Grade.Good, 3).Stability > Fsrs.Next(Fsrs.First(Grade.Good), Grade.Hard, 3).Stability);
        Assert.True(Fsrs.Next(Fsrs.First(Grade.Good), Grade.Again, 3).Stability < Fsrs.First(Grade.Good).Stability);
        Assert.Equal(1, Enumerable.Range(0, 20).Aggregate(Fsrs.First(Grade.Easy), (memory, _) => Fsrs.Next(memory, Grade.Easy, 0)).Difficulty, 6);
    }

    [Fact]
    public void Records_tell_what_is_due_and_what_was_only_begun_is_not()
    {
        var at = new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);
        var history = History.Of(
        [
            Record(1, 1, Verb.Completed, at), Record(2, 1, Verb.Recalled, at.AddDays(2), true, 0.9), Record(3, 2, Verb.Completed, at), Record(4, 2, Verb.Recalled, at.AddDays(2), false, 0.2),
            Record(5, 3, Verb.Started, at), Record(6, 4, Verb.Recalled, at, false, 0.1),
        ], CatalogueSnapshot.Empty);

        var due = Recalls.Of(history, CatalogueSnapshot.Empty, moment => DateOnly.FromDateTime(moment.UtcDateTime));

        Assert.Equal([Books.Material(2), Books.Material(1)], due.Select(recall => recall.Material));
        Assert.Equal((new DateOnly(2026, 11, 5), new DateOnly(2026, 11, 4)), (due[0].Due, due[0].Last));
        Assert.True(due[1].Due > due[0].Due.AddDays(3));
    }

    private static LearningRecord Record(int id, int material, Verb verb, DateTimeOffset at, bool? success = null, double? score = null) =>
        new() { Id = Books.Member(id), MemberId = Books.Member(1), MaterialId = Books.Material(material), Verb = verb, At = at, StoredAt = at, Success = success, Score = score };
}
