using Learning.Evaluation.Recommending;

namespace Learning.Tests.Evaluation.Recommending;

/// <summary>What is judged, on sets small enough to work out by hand.</summary>
public sealed class RecommendEvaluationTests
{
    [Fact]
    public void Popularity_is_judged_over_all_items_without_what_was_done()
    {
        // a 3, b 2, c 1 in train. Ann has a and b: her list is c, d. She wants c (first) and d (second): perfect.
        // Bob has a: his list is b, c, d. He wants d: third place, 1/log2(4).
        using var folder = new SetFolder()
            .With("train.inter", SetFolder.Pairs, "ann a", "ann b", "bob a", "eve a", "eve b", "eve c")
            .With("test.inter", SetFolder.Pairs, "ann c", "ann d", "bob d");

        var report = Run(folder, "popularity");
        var popularity = report.Models.Single(model => model.Name == "popularity");

        Assert.Equal(2, popularity.People);
        Assert.Equal(Math.Round((1 + 0.5) / 2, 4), popularity.Ndcg);
        Assert.Equal(1, popularity.Recall);
        Assert.Equal(Math.Round((0.2 + 0.1) / 2, 4), popularity.Precision);
        Assert.Equal(Math.Round((1 + (1 / 3.0)) / 2, 4), popularity.ReciprocalRank);
        Assert.Equal(0.75, popularity.Coverage);
        Assert.Contains(report.Models, model => model.Name == "default");
    }

    [Fact]
    public void People_without_history_are_judged_apart()
    {
        using var folder = new SetFolder()
            .With("train.inter", SetFolder.Pairs, "ann a", "ann b", "bob a")
            .With("test.inter", SetFolder.Pairs, "bob b", "new a");

        var models = Run(folder, "all").Models;

        Assert.Equal(1, models.Single(model => model.Name == "default").People);
        Assert.Equal(1, models.Single(model => model.Name == "default, no history").Ndcg);
        Assert.DoesNotContain(models, model => model.Name == "item-knn, no history");
    }

    [Fact]
    public void A_test_in_which_nothing_is_left_to_find_judges_nobody()
    {
        using var folder = new SetFolder().With("train.inter", SetFolder.Pairs, "ann a").With("test.inter", SetFolder.Pairs, "ann a");

        var report = Run(folder, "default");

        Assert.Empty(report.Models);
        Assert.Equal(1, report.Size.Unwanted);
    }

    [Fact]
    public void An_empty_test_judges_nobody_and_is_no_failure()
    {
        using var folder = new SetFolder().With("train.inter", SetFolder.Pairs, "ann a").With("test.inter", SetFolder.Pairs);

        Assert.Empty(Run(folder, "all").Models);
    }

    [Fact]
    public void A_model_nobody_knows_is_refused_with_those_there_are()
    {
        using var folder = new SetFolder().With("train.inter", SetFolder.Pairs, "ann a").With("test.inter", SetFolder.Pairs, "ann b");

        var broken = Assert.Throws<BrokenRule>(() => Run(folder, "popularity,magic"));

        Assert.Equal("model-unknown", broken.Rule);
        Assert.Contains("popularity", broken.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_are_told_from_ten_people_on_and_categories_give_directions()
    {
        string[] people = [.. Enumerable.Range(0, 24).Select(person => $"p{person}")];
        using var folder = new SetFolder()
            .With("train.inter", [SetFolder.Pairs, .. people.SelectMany((person, number) => new[] { $"{person} a{number % 4}", $"{person} b{number % 3}" })])
            .With("test.inter", [SetFolder.Pairs, .. people.Select((person, number) => $"{person} c{number % 2}")])
            .With("user", ["user_id:token age:float occupation:token", .. people.Select((person, number) => $"{person} {20 + number} {(number < 12 ? "cook" : "driver")}")])
            .With("item", "item_id:token genre:token_seq", "a0 x,y", "a1 x", "c0 y", "c1 y");

        var set = RecommendSet.Read(folder.Path);
        var directions = await ItemDirections.OfAsync(set.Items, () => throw new InvalidOperationException("There are no words to embed."), folder.Path, null, TestContext.Current.CancellationToken);
        var report = new RecommendEvaluation(set with { Directions = directions }, null).Run("content", TestContext.Current.CancellationToken);

        var groups = report.Models[0].Groups;
        Assert.Equal(12, groups.Single(group => group.Group == "occupation cook").People);
        Assert.All(groups, group => Assert.True(group.People >= 10));
        Assert.Contains(report.Models, model => model.Name == "content");
        Assert.InRange(report.Models[0].Diversity, 0, 1);
    }

    [Fact]
    public void The_same_set_gives_the_same_figures()
    {
        var random = new Random(5);
        string[] rows = [.. Enumerable.Range(0, 400).Select(_ => $"p{random.Next(30)} i{random.Next(25)} {random.Next(1000)}")];
        using var folder = new SetFolder()
            .With("train.inter", ["user_id:token item_id:token timestamp:float", .. rows[..300]])
            .With("test.inter", ["user_id:token item_id:token timestamp:float", .. rows[300..]]);

        var (first, second) = (Run(folder, "all"), Run(folder, "all"));

        Assert.Equal(first.Trials, second.Trials);
        Assert.Equal(first.Models.Select(model => (model.Name, model.Ndcg, model.NdcgLow)), second.Models.Select(model => (model.Name, model.Ndcg, model.NdcgLow)));
    }

    [Fact]
    public void The_interval_of_a_mean_holds_it_and_narrows_with_people()
    {
        double[] few = [.. Enumerable.Range(0, 20).Select(place => place % 2.0)], many = [.. Enumerable.Range(0, 2_000).Select(place => place % 2.0)];

        var (wide, narrow) = (Bootstrap.Interval(few, 1), Bootstrap.Interval(many, 1));

        Assert.InRange(0.5, wide.Low, wide.High);
        Assert.True(narrow.High - narrow.Low < (wide.High - wide.Low) / 4);
        // ±1.96·0.5/√2000.
        Assert.InRange(narrow.High - narrow.Low, 0.036, 0.052);
    }

    [Fact]
    public void A_pair_test_sees_a_small_steady_difference_and_not_a_loud_one()
    {
        double[] base_ = [.. Enumerable.Range(0, 100).Select(place => place % 10 / 10.0)];

        Assert.True(Paired.Of([.. base_.Select(value => value + 0.01)], base_, 1).Probability < 0.01);
        Assert.True(Paired.Of([.. base_.Reverse()], base_, 1).Probability > 0.5);
    }

    [Fact]
    public void Beyond_twenty_thousand_items_sparse_and_factored_recommenders_take_over_and_the_report_says_so()
    {
        const int items = 20_001;
        using var folder = new SetFolder()
            .With("train.inter", [SetFolder.Pairs, .. Enumerable.Range(0, items).Select(item => $"p{item % 100} i{item}"), .. Enumerable.Range(0, 100).Select(person => $"p{person} i{person + 1}")])
            .With("test.inter", [SetFolder.Pairs, .. Enumerable.Range(0, 20).Select(person => $"p{person} i{person + 3}")]);

        var report = Run(folder, "default");

        Assert.Equal(["edlae-short", "ease", "edlae"], report.TooWide.Keys);
        Assert.All(report.TooWide.Values, reason => Assert.Contains("20,001 items", reason, StringComparison.Ordinal));
        Assert.Subset(new HashSet<string> { "popularity", "item-knn", "ials", "blend", "ranker" }, report.Trials.Keys.ToHashSet());
        Assert.Equal(20, report.Models.Single(model => model.Name == "default").People);
    }

    [Fact]
    public void Of_people_with_one_record_each_traits_are_tried()
    {
        string[] people = [.. Enumerable.Range(0, 80).Select(person => $"p{person}")];
        using var folder = new SetFolder()
            .With("train.inter", [SetFolder.Pairs, .. people.Select((person, place) => $"{person} {Trade(place)}{place / 2 % 4}")])
            .With("test.inter", [SetFolder.Pairs, .. people.Select((person, place) => $"{person} {Trade(place)}{((place / 2) + 1) % 4}")])
            .With("user", ["user_id:token job:token", .. people.Select((person, place) => $"{person} {Trade(place)}")]);

        var report = Run(folder, "popularity");

        Assert.NotEqual("popularity", report.Chosen);
        var models = report.Models.ToDictionary(model => model.Name, StringComparer.Ordinal);
        Assert.True(models["default"].Ndcg > models["popularity"].Ndcg);
        Assert.True(models["default"].AgainstPopularity.Low > 0);

        // With personalisation off the trade is not looked at: everybody gets what is popular, and the difference is told.
        Assert.Equal(models["popularity"].Ndcg, models["off"].Ndcg);
        Assert.Equal(models["off"].Ndcg - models["default"].Ndcg, models["off"].AgainstDefault!.Difference, 3);
        Assert.Equal(0, models["off"].AgainstPopularity.Difference);

        static string Trade(int place) => place % 2 == 0 ? "cook" : "driver";
    }

    private static RecommendReport Run(SetFolder folder, string models) =>
        new RecommendEvaluation(RecommendSet.Read(folder.Path), null).Run(models, TestContext.Current.CancellationToken);
}
