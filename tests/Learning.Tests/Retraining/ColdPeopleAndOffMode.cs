using Learning.Candidates;
using Learning.Evaluation;
using Learning.Members;
using Learning.Ranking;
using Learning.Retraining;

namespace Learning.Tests.Retraining;

/// <summary>What age and occupation are worth for people of whom nothing else is known, and what switching personalisation off costs, on the synthetic people of the seed.</summary>
public sealed class ColdPeopleAndOffMode(ITestOutputHelper output)
{
    private const int Fold = 5;
    private const int FewestFinished = 3;

    [Fact]
    public void For_cold_people_the_shrunk_cohort_beats_popularity_by_fifteen_percent()
    {
        var people = SeedLessonsLearned.Data.People;
        var known = people.Where((_, place) => place % Fold != 0);
        var statistics = LearnerStatistics.Of([.. known.Select(person => person.LearnerAt(SeedLessonsLearned.Until)).Where(learner => learner.Finished.Count > 0)]);
        var (popularity, cohort) = (new List<double>(), new List<double>());
        foreach (var learner in people.Where((_, place) => place % Fold == 0).Select(person => person.LearnerAt(SeedLessonsLearned.Until)).Where(learner => learner.Finished.Count >= FewestFinished))
        {
            var wanted = learner.Finished.ToDictionary(material => material, _ => 1);
            popularity.Add(RankMetrics.Ndcg(Ranked(statistics.Popularity), wanted));
            cohort.Add(RankMetrics.Ndcg(Ranked(material => statistics.CohortPopularity(learner.AgeBand, learner.OccupationGroup, material)), wanted));
        }

        var better = Resampling.Quantiles([.. cohort.Zip(popularity, (one, other) => one - other)], 1, 0.025, 0.975);
        output.WriteLine($"{cohort.Count} cold people: popularity {popularity.Average():0.0000}, shrunk cohort {cohort.Average():0.0000} ({(cohort.Average() / popularity.Average()) - 1:P1}); difference {better[0]:0.0000} to {better[1]:0.0000}");
        Assert.True(better[0] > 0);
        Assert.True(cohort.Average() >= 1.15 * popularity.Average());
    }

    [Fact]
    public void Off_mode_ranks_by_nothing_personal_and_what_that_costs_is_told()
    {
        var options = SeedLessonsLearned.Options;
        var cut = SeedLessonsLearned.Until.AddDays(-options.HorizonDays);
        var judged = new Replay(SeedLessonsLearned.Data, _ => null, options).At(cut, whole: true);
        var off = judged.Select(list => list with { Rows = WithoutThePerson(list.Rows) }).ToList();

        var on = Judging.Ndcg(WeightedRanker.Scorer, judged);
        var without = Judging.Ndcg(WeightedRanker.Scorer, off);
        var cost = Resampling.Quantiles([.. on.Zip(without, (one, other) => one - other)], 1, 0.025, 0.975);
        output.WriteLine($"{judged.Count} people: set by hand {on.Average():0.0000}, off {without.Average():0.0000} ({(without.Average() / on.Average()) - 1:P1}); difference {cost[0]:0.0000} to {cost[1]:0.0000}; learned {SeedLessonsLearned.Model.Manifest.Scores.Ndcg:0.0000}");
        Assert.True(without.Average() > 0, "off mode still finds what many want");
        Assert.True(cost[0] > 0, "and being known is worth something");
    }

    private static List<Guid> Ranked(Func<Guid, double> score) =>
        [.. SeedLessonsLearned.Data.Catalogue.ById.Keys.OrderByDescending(score).ThenBy(material => material)];

    private static float[] WithoutThePerson(float[] rows) =>
        [.. rows.Select((value, place) => FeatureSet.All[place % FeatureSet.All.Count].Personal ? 0 : value)];
}
