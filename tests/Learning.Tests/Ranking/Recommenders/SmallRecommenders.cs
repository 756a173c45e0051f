using Learning.Ranking.Recommenders;

namespace Learning.Tests.Ranking.Recommenders;

/// <summary>Each recommender on a world small enough to see through.</summary>
public sealed class SmallRecommenders
{
    /// <summary>Item 0 leads to item 1 ten times; item 2 is learned by everybody long before.</summary>
    private static readonly Interactions Chain = Interactions.Of(
        10, 4, [.. Enumerable.Range(0, 30).Select(pair => pair / 3)], [.. Enumerable.Range(0, 30).Select(pair => (int[])[2, 0, 1]).Select((row, pair) => row[pair % 3])],
        [.. Enumerable.Range(0, 30).Select(pair => 100.0 * (pair % 3))]);

    [Fact]
    public void What_came_twice_counts_once_at_its_latest_time()
    {
        var interactions = Interactions.Of(1, 3, [0, 0, 0], [1, 2, 1], [5, 6, 7]);

        Assert.Equal([2, 1], interactions.Of(0).ToArray());
        Assert.Equal([6.0, 7.0], interactions.TimesOf(0).ToArray());
    }

    [Fact]
    public void Places_are_counted_in_halves_and_shared_at_one_moment()
    {
        var interactions = Interactions.Of(1, 4, [0, 0, 0, 0], [0, 1, 2, 3], [1, 2, 2, 3]);

        Assert.Equal([0.0, 3.0, 3.0, 6.0], interactions.Placed().TimesOf(0).ToArray());
    }

    [Fact]
    public void Transitions_follow_the_clock_and_not_back()
    {
        var fitted = new Transitions().Fit(new TrainingData(Chain, null, null), TestContext.Current.CancellationToken);

        Assert.Equal(1, Best(fitted, 4, 0));
        Assert.Equal(0, Scores(fitted, 4, 1)[0]);
    }

    [Fact]
    public void Recent_popularity_forgets()
    {
        var interactions = Interactions.Of(4, 2, [0, 1, 2, 3], [0, 0, 0, 1], [0, 0, 0, 100]);
        var data = new TrainingData(interactions, null, null);

        Assert.Equal(0, Best(new Popularity().Fit(data, TestContext.Current.CancellationToken), 2));
        Assert.Equal(1, Best(new RecentPopularity(0.1).Fit(data, TestContext.Current.CancellationToken), 2));
    }

    [Fact]
    public void Implicit_factors_know_a_person_they_have_never_seen_by_what_was_learned()
    {
        // Two crowds: items 0–4 and items 5–9; a newcomer with two items of the first crowd belongs to it.
        var random = new Random(3);
        var pairs = Enumerable.Range(0, 60).SelectMany(person => Enumerable.Range(0, 5).Where(_ => random.NextDouble() < 0.8).Select(item => (person, item: item + (person % 2 * 5)))).ToList();
        var data = new TrainingData(Interactions.Of(60, 10, [.. pairs.Select(pair => pair.person)], [.. pairs.Select(pair => pair.item)], null), null, null);

        var scores = Scores(new ImplicitAls(factors: 8).Fit(data, TestContext.Current.CancellationToken), 10, 0, 1);

        Assert.True(scores[2..5].Min() > scores[5..].Max(), string.Join(" ", scores));
    }

    [Fact]
    public void A_cohort_of_few_is_pulled_towards_the_whole_and_one_of_many_is_not()
    {
        // 100 cooks learn item 0, 100 drivers item 1, two clowns item 2.
        var (people, words) = (202, Enumerable.Range(0, 202).Select(person => person < 100 ? "cook" : person < 200 ? "driver" : "clown").ToArray());
        var traits = TraitTable.Of(people, [new TraitColumn("job", null, words), new TraitColumn("luck", Enumerable.Range(0, 202).Select(person => (double?)(person % 7)).ToList(), null)]);
        var data = new TrainingData(Interactions.Of(people, 3, [.. Enumerable.Range(0, people)], [.. words.Select(word => word == "cook" ? 0 : word == "driver" ? 1 : 2)], null), traits, null);

        foreach (var recommender in new IRecommender[] { new CohortPopularity(), new TraitRegression(), new TraitRegression(rank: 2) })
        {
            var fitted = recommender.Fit(data, TestContext.Current.CancellationToken);
            Assert.Equal(0, Best(fitted, 3, data.Person(0) with { Items = default }));
            Assert.Equal(1, Best(fitted, 3, data.Person(150) with { Items = default }));
            Assert.NotEqual(2, Best(fitted, 3, data.Person(201) with { Items = default }));
        }
    }

    [Fact]
    public void All_directions_of_taste_together_are_the_regression_and_one_is_not()
    {
        var random = new Random(5);
        var ages = Enumerable.Range(0, 200).Select(_ => (double?)random.Next(20, 70)).ToList();
        var pairs = Enumerable.Range(0, 200).SelectMany(person => Enumerable.Range(0, 20).Where(item => random.NextDouble() * 50 < Math.Abs(ages[person]!.Value - 20 - (2.5 * item)) + 2).Select(item => (person, item))).ToList();
        var data = new TrainingData(
            Interactions.Of(200, 20, [.. pairs.Select(pair => pair.person)], [.. pairs.Select(pair => pair.item)], null), TraitTable.Of(200, [new TraitColumn("age", ages, null)]), null);
        float[] ScoresOf(int? rank)
        {
            var scores = new float[20];
            new TraitRegression(rank: rank).Fit(data, TestContext.Current.CancellationToken).Score(data.Person(3) with { Items = default }, scores);
            return scores;
        }

        Assert.All(ScoresOf(null).Zip(ScoresOf(11)), pair => Assert.Equal(pair.First, pair.Second, 0.02));
        Assert.Contains(ScoresOf(null).Zip(ScoresOf(1)), pair => Math.Abs(pair.First - pair.Second) > 0.02);
    }

    [Fact]
    public void Content_recommends_what_is_alike()
    {
        float[][] directions = [[1, 0], [0.8f, 0.6f], [0, 1], [0, 0]];
        var fitted = new Content().Fit(new TrainingData(Chain, null, directions), TestContext.Current.CancellationToken);

        var scores = Scores(fitted, 4, 0);

        Assert.True(scores[1] > scores[2]);
        Assert.Equal(0, scores[3]);
    }

    [Fact]
    public void Equal_scores_stand_in_the_order_of_their_numbers_and_what_was_done_is_left_out() =>
        Assert.Equal([3, 0, 4], TopItems.Of(new float[] { 1, 1, 1, 2, 1 }, [1, 2], 3));

    private static int Best(IFittedRecommender fitted, int items, params int[] history) => Best(fitted, items, new Learned(history, default, default));

    private static int Best(IFittedRecommender fitted, int items, Learned person)
    {
        var scores = new float[items];
        fitted.Score(person, scores);
        return TopItems.Of(scores, [], 1)[0];
    }

    private static float[] Scores(IFittedRecommender fitted, int items, params int[] history)
    {
        var scores = new float[items];
        fitted.Score(new Learned(history, default, default), scores);
        return scores;
    }
}
