using Learning.Candidates;
using Learning.Members;
using Learning.Records;

namespace Learning.Tests.Seeding;

/// <summary>The records hold what a recommender can learn: the last lesson of each member, kept back, is told by more than popularity.</summary>
public sealed class SeedSignalTests(ITestOutputHelper output)
{
    private const int FewestKnown = 5;
    private static readonly int Year = SeedOnPaper.Today.Year;
    private static readonly List<(Member Member, List<Guid> Known, Guid Next)> Cases = MakeCases();
    private static readonly LearnerStatistics Statistics =
        LearnerStatistics.Of([.. Cases.Select(one => Learner.Of(one.Member.BirthYear, one.Member.OccupationCode, Year, one.Known))]);

    [Fact]
    public void The_next_lesson_is_told_better_by_age_and_occupation_than_by_popularity_and_better_still_by_what_was_learned_together()
    {
        var near = SeedOnPaper.Lessons.ToDictionary(lesson => lesson.Id, lesson => Statistics.LearnedWith(lesson.Id).ToDictionary(pair => pair.Material, pair => pair.Similarity));

        var popular = HitAt10((_, lesson) => Statistics.Popularity(lesson));
        var cohort = HitAt10((one, lesson) => Cohort(one.Member, lesson));
        var together = HitAt10((one, lesson) => one.Known.Sum(known => near[known].GetValueOrDefault(lesson)));

        output.WriteLine($"Hit@10 of {Cases.Count} last lessons: popularity {popular:0.000}, age and occupation {cohort:0.000}, learned together {together:0.000}");
        Assert.True(cohort > 1.5 * popular);
        Assert.True(together > 1.1 * cohort);
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
