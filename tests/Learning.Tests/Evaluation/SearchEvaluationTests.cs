using Learning.Embeddings;
using Learning.Evaluation;

namespace Learning.Tests.Evaluation;

public sealed class SearchEvaluationTests
{
    [Fact]
    public async Task A_set_in_both_languages_is_judged_in_every_mode_and_the_second_run_says_the_same()
    {
        using var folder = new SetFolder()
            .With("corpus.jsonl",
                """{"_id": "fire", "title": "灭火器怎么用", "text": "拔掉保险销，握住喷管，对准火焰根部压下手柄。"}""",
                """{"_id": "wage", "title": "", "text": "用人单位应当按照劳动合同约定及时足额支付劳动报酬。"}""",
                """{"_id": "bread", "title": "Baking bread", "text": "Mix flour, water, salt and yeast, let the dough rise, then bake it."}""",
                """{"_id": "brakes", "title": "Checking brakes", "text": "Squeeze both levers before you ride off; worn pads must be replaced."}""",
                """{"_id": "empty", "title": "", "text": ""}""")
            .With("queries.jsonl", """{"_id": 1, "text": "着火了灭火器怎么使用"}""", """{"_id": 2, "text": "老板不发工资，劳动报酬拖欠"}""", """{"_id": 3, "text": "how do I bake bread"}""", """{"_id": 4, "text": "worn brake pads"}""")
            .With("qrels/test.tsv", "query-id\tcorpus-id\tscore", "1\tfire\t1", "2\twage\t2", "3\tbread\t1", "4\tbrakes\t1");
        using var models = EmbeddingServices.Create(new EmbeddingOptions());

        var report = await RunAsync(folder, models);
        var again = await RunAsync(folder, models);

        Assert.Equal((5, 4), (report.Documents, report.Modes[0].Queries));
        Assert.Equal(["words", "vectors", "hybrid"], report.Modes.Select(mode => mode.Name));
        Assert.All(report.Modes, mode => Assert.Equal((1, 1, 1), (mode.Ndcg, mode.Recall, mode.ReciprocalRank)));
        Assert.Equal(report.Modes.Select(mode => mode.Ndcg), again.Modes.Select(mode => mode.Ndcg));
    }

    private static Task<SearchReport> RunAsync(SetFolder folder, EmbeddingModels models) =>
        SearchEvaluation.RunAsync(folder.Path, models, Path.Combine(folder.Path, "cache"), progress: null, TestContext.Current.CancellationToken);
}
