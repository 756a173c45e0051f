using Learning.Embeddings;
using Learning.Evaluation;

namespace Learning.Tests.Evaluation;

public sealed class SimilarityEvaluationTests : IDisposable
{
    private readonly SetFolder folder = new();

    [Fact]
    public async Task Pairs_in_both_languages_are_judged_each_by_its_model()
    {
        folder.With("zh.tsv", "sentence1\tsentence2\tscore", "一只猫在睡觉\t猫睡着了\t5", "一只猫在睡觉\t股票下跌了\t0", "今天下雨\t外面在下雨\t4.5", "no pair at all")
            .WithZipped("en.txt.gz", "A cat sleeps.\tThe cat is asleep.\t5\r", "A cat sleeps.\tShares fell on Monday.\t0\r", "It rains.\tRain is falling outside.\t4\r")
            .With("read.me", "not\tread\t1");
        using var models = EmbeddingServices.Create(new EmbeddingOptions());

        var report = await SimilarityEvaluation.RunAsync(folder.Path, models, Path.Combine(folder.Path, "cache"), progress: null, TestContext.Current.CancellationToken);

        Assert.Equal((6, 1), (report.Pairs, report.Broken));
        Assert.Equal(["en", "zh"], report.Languages.Select(language => language.Language).Order(StringComparer.Ordinal));
        Assert.All(report.Languages, language => Assert.InRange(language.Spearman, 0.5, 1));
        Assert.Equal(report.Languages.Average(language => language.Spearman), report.Spearman, 3);
    }

    [Theory]
    [InlineData("", "holds no pair")]
    [InlineData("a\tb\tscore", "holds no pair")]
    [InlineData("a\tb\t1\nc\td\nc\td\tNaN", "line 2 is not text TAB text TAB number")]
    public async Task What_holds_hardly_a_pair_is_refused(string content, string said)
    {
        var file = Path.Combine(folder.With("pairs.tsv", content).Path, "pairs.tsv");
        using var models = EmbeddingServices.Create(new EmbeddingOptions());

        var problem = await Assert.ThrowsAsync<BrokenRule>(() => SimilarityEvaluation.RunAsync(file, models, folder.Path, progress: null, TestContext.Current.CancellationToken));

        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_numbers_share_their_mean_rank() =>
        // Ranks 1, 2.5, 2.5, 4 and 1.5, 1.5, 3, 4: worked out by hand, ρ = 3.75 / √(4.5 · 4.5).
        Assert.Equal(3.75 / 4.5, RankCorrelation.Spearman([1, 2, 2, 3], [5, 5, 6, 7]), 12);

    public void Dispose() => folder.Dispose();
}
