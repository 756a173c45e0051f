using Learning.Candidates;
using Learning.Members;
using Learning.Records;

namespace Learning.Tests.Seeding;

/// <summary>The records hold what a recommender can learn: the last lesson of each member, kept back, is told by more than popularity.</summary>
public sealed class SeedSignalTests
{
    private const int FewestKnown = 5;
    private static readonly int Year = SeedOnPaper.Today.Year;
    private static readonly IReadOnlyList<(Member Member, List<Guid> Known, Guid Next)> Cases = MakeCases();
    private static readonly LearnerStatistics Statistics =
        LearnerStatistics.Of([.. Cases.Select(one => Learner.Of(one.Member.BirthYear, one.Member.OccupationCode, Year, one.Known))]);

    [Fact]
    public void Age_and_occupation_tell_the_next_lesson_better_than_popularity() =>
        Assert.True(HitAt10((one, lesson) => Cohort(one.Member, lesson)) > 1.5 * HitAt10((_, lesson) => Statistics.Popularity(lesson)));

    [Fact]
    public void What_was_learned_together_tells_it_better_than_age_and_occupation()
    {
        var near = SeedOnPaper.Lessons.ToDictionary(lesson => lesson.Id, lesson => Statistics.LearnedWith(lesson.Id).ToDictionary(pair => pair.Material, pair => pair.Similarity));

        Assert.True(HitAt10((one, lesson) => one.Known.Sum(known => near[known].GetValueOrDefault(lesson))) > 1.1 * HitAt10((one, lesson) => Cohort(one.Member, lesson)));
    }

    private static double Cohort(Member member, Guid lesson) =>
        Statistics.CohortPopularity(AgeBand.Of(member.AgeIn(Year))?.Id, Occupation.GroupOf(member.OccupationCode), lesson);

    private static double HitAt10(Func<(Member Member, List<Guid> Known, Guid Next), Guid, double> score) => Cases.Average(one =>
        SeedOnPaper.Lessons.Select(lesson => lesson.Id).Where(lesson => !one.Known.Contains(lesson))
            .OrderByDescending(lesson => score(one, lesson)).ThenBy(lesson => lesson).Take(10).Contains(one.Next) ? 1.0 : 0);

    private static List<(Member Member, List<Guid> Known, Guid Next)> MakeCases()
    {
        var done = SeedOnPaper.World.Records.Where(record => record.Verb == Verb.Completed).ToLookup(record => record.MemberId);
        return [.. SeedOnPaper.World.Members
            .Select(member => (Member: member, Done: done[member.Id].OrderBy(record => record.At).Select(record => record.MaterialId).ToList()))
            .Where(one => one.Done.Count > FewestKnown)
            .Select(one => (one.Member, one.Done[..^1], one.Done[^1]))];
    }
}
