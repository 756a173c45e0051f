using Learning.Evaluation.Recommending;
using Learning.Quality.Tests.Drivers;

namespace Learning.Quality.Tests;

/// <summary>
/// What the product would serve is good enough on sets that nobody here chose settings by: a synthetic one that is always there,
/// and real ones beside the repository, where they are. Where they are not, the synthetic one stands in.
/// </summary>
public sealed class RecommendFloors
{
    private const string Synthetic = "data/golden/recommend";

    [Fact]
    public void On_the_synthetic_set_the_default_is_far_better_than_popularity_for_members_and_newcomers()
    {
        var models = Judged(Synthetic, "popularity");

        AtLeast(1.25 * models["popularity"].Ndcg, models["default"]);
        AtLeast(1.08 * models["popularity, no history"].Ndcg, models["default, no history"]);
        Assert.True(models["popularity"].AgainstDefault!.High < 0);
        Assert.True(models["popularity, no history"].AgainstDefault!.High < 0);
    }

    [Fact]
    public void What_people_rated_is_found_again_and_the_references_agree_with_published_definitions()
    {
        if (Benchmark("ml-100k-warm") is not { } folder)
        {
            Assert.True(Judged(Synthetic, "ease")["ease"].Ndcg > 0);
            return;
        }

        var models = Judged(folder, "popularity,item-knn,ease");
        Assert.Equal(0.214, models["popularity"].Ndcg, 0.002);
        Assert.Equal(0.350, models["item-knn"].Ndcg, 0.002);
        Assert.Equal(0.441, models["ease"].Ndcg, 0.002);
        AtLeast(0.440, models["default"]);
        Assert.True(models["ease"].AgainstDefault!.High < 0, "The default is not surely better than EASE.");
    }

    [Fact]
    public void What_came_after_a_day_is_foretold_for_members_and_newcomers()
    {
        var folder = Benchmark("ml-100k-time");
        var models = Judged(folder ?? Synthetic, "popularity");

        AtLeast(folder is null ? models["popularity"].Ndcg : 0.172, models["default"]);
        AtLeast(folder is null ? models["popularity, no history"].Ndcg : 0.475, models["default, no history"]);
    }

    [Fact]
    public void People_of_whom_only_age_and_occupation_are_known_get_more_than_what_is_popular()
    {
        var folder = Benchmark("ml-100k-cold");
        var models = Judged(folder ?? Synthetic, "popularity,cohort");

        AtLeast(folder is null ? models["popularity, no history"].Ndcg : 0.550, models["default, no history"]);
        Assert.True(models["cohort, no history"].AgainstPopularity.Low > 0, "Age and occupation say nothing that is sure.");
        Assert.True(models["popularity, no history"].AgainstDefault!.High < 0);
    }

    private static string? Benchmark(string name) =>
        Repository.Folder($"../shared/benchmarks/{name}") is var folder && Directory.Exists(folder) ? folder : null;

    private static Dictionary<string, ModelReport> Judged(string folder, string models)
    {
        var report = new RecommendEvaluation(RecommendSet.Read(Path.IsPathRooted(folder) ? folder : Repository.Folder(folder)), null).Run(models, TestContext.Current.CancellationToken);
        foreach (var model in report.Models) TestContext.Current.SendDiagnosticMessage($"{report.Set} {model.Name}: nDCG@10 {model.Ndcg:0.0000}, against popularity {model.AgainstPopularity.Low:0.0000} to {model.AgainstPopularity.High:0.0000} ({report.Chosen} | {report.ChosenWithoutHistory})");
        return report.Models.ToDictionary(model => model.Name, StringComparer.Ordinal);
    }

    private static void AtLeast(double floor, ModelReport model) =>
        Assert.True(model.Ndcg >= floor, $"{model.Name}: nDCG@10 {model.Ndcg:0.0000} is below {floor:0.0000}");
}
