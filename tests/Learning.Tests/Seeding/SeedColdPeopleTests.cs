using Learning.Evaluation;
using Learning.Members;
using Learning.Ranking.Recommenders;
using Learning.Ranking.Stacking;
using Learning.Records;

namespace Learning.Tests.Seeding;

/// <summary>Of newcomers only age and occupation are known; on the seed, which is synthetic, that tells much more than popularity. Whole people are hidden, a fifth at a time.</summary>
public sealed class SeedColdPeopleTests(ITestOutputHelper output)
{
    private const int Depth = 10;

    [Fact]
    public void Age_and_occupation_tell_newcomers_at_least_15_percent_more_than_popularity()
    {
        var data = Seed();
        var (popularity, cohort) = (Ndcg(new Popularity(), data), Ndcg(new CohortPopularity(), data));

        output.WriteLine($"nDCG@10 of newcomers: popularity {popularity:0.000}, age and occupation {cohort:0.000}");
        Assert.True(cohort >= 1.15 * popularity, $"{cohort:0.000} against {popularity:0.000}");
    }

    private static double Ndcg(IRecommender recommender, TrainingData data) => Folds.OfPeople(data.Interactions, Holdout.Usual(Situation.Anything), 1).SelectMany(fold =>
    {
        var part = data with { Interactions = fold.Known };
        var people = Enumerable.Range(0, fold.Hidden.People).Where(person => !fold.Hidden.Of(person).IsEmpty).ToList();
        var lists = Listing.Of(recommender.Fit(part, TestContext.Current.CancellationToken), people, part.Person, fold.Known.Items, Depth, TestContext.Current.CancellationToken);
        return people.Select((person, place) => RankMetrics.Ndcg(lists[place], fold.Hidden.Of(person).ToArray().ToDictionary(item => item, _ => 1)));
    }).Average();

    private static TrainingData Seed()
    {
        var members = SeedOnPaper.World.Members.ToList();
        var number = members.Select((member, place) => (member.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        var lesson = SeedOnPaper.Lessons.Select((one, place) => (one.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        var done = SeedOnPaper.World.Records.Where(record => record.Verb == Verb.Completed && lesson.ContainsKey(record.MaterialId)).ToList();
        var traits = TraitTable.Of(members.Count,
        [
            new TraitColumn("age", members.ConvertAll(member => (double?)member.AgeIn(SeedOnPaper.Today.Year)), null),
            new TraitColumn("occupation", null, members.ConvertAll(member => Occupation.GroupOf(member.OccupationCode))),
        ]);
        return new TrainingData(Interactions.Of(members.Count, lesson.Count, done.ConvertAll(record => number[record.MemberId]), done.ConvertAll(record => lesson[record.MaterialId]), null), traits, null);
    }
}
