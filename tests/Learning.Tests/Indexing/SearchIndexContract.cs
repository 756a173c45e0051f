using System.Numerics.Tensors;
using Learning.Indexing;

namespace Learning.Tests.Indexing;

/// <summary>What every index promises; an implementation inherits the tests.</summary>
public abstract class SearchIndexContract
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract ISearchIndex Index { get; }

    [Fact]
    public async Task An_empty_index_finds_nothing()
    {
        Assert.Empty(await FindAsync("安全"));
        Assert.Equal(new IndexSize(0, 0, 0), Index.Size);
        Assert.Null(Index.VectorOf(Lesson.Id("安全")));
    }

    [Theory]
    [InlineData("交通事故", "外卖骑手交通事故处理")]
    [InlineData("税", "个人所得税")]
    [InlineData("learned", "Learning to cook")]
    [InlineData("ＣＰＲ", "Cpr for everybody")]
    [InlineData("C# 入门", "C# 语言")]
    public async Task Words_find_what_says_them(string question, string found)
    {
        await PutAsync(Lesson.Of("外卖骑手交通事故处理"), Lesson.Of("个人所得税"), Lesson.Of("Learning to cook"), Lesson.Of("Cpr for everybody"), Lesson.Of("C# 语言"), Lesson.Of("消防"));

        Assert.Equal(Lesson.Id(found), (await FindAsync(question, SearchMode.Words))[0].Material);
    }

    [Fact]
    public async Task Topics_are_found_by_their_names_in_both_languages()
    {
        await PutAsync(Lesson.Of("路口") with { Topics = ["traffic-safety"] }, Lesson.Of("Knives", language: "en") with { Topics = ["food-safety"] });

        Assert.Equal([Lesson.Id("路口")], Ids(await FindAsync("traffic", SearchMode.Words)));
        Assert.Equal([Lesson.Id("Knives")], Ids(await FindAsync("食品", SearchMode.Words)));
    }

    [Fact]
    public async Task A_summary_and_a_heading_are_found()
    {
        await PutAsync(Lesson.Of("甲") with { Summary = "学会包扎伤口" }, Lesson.Of("乙") with { Chunks = [new(Lesson.Id("c"), "乙 › 第三十八条", "…", null, default)] });

        Assert.Equal([Lesson.Id("甲")], Ids(await FindAsync("包扎", SearchMode.Words)));
        Assert.Equal([Lesson.Id("乙")], Ids(await FindAsync("第三十八条", SearchMode.Words)));
    }

    [Fact]
    public async Task Vectors_find_what_is_alike()
    {
        await PutAsync(Lesson.Of("消防灭火"), Lesson.Of("食品卫生"), Lesson.Of("live streaming"));

        var hit = (await FindAsync("灭火消防", SearchMode.Vectors))[0];

        Assert.Equal(Lesson.Id("消防灭火"), hit.Material);
        Assert.Equal(1, hit.Vectors, 3);
        Assert.Equal(0, hit.Words);
    }

    [Fact]
    public async Task Vectors_of_different_models_are_never_compared()
    {
        await PutAsync(Lesson.Of("消防灭火"), Lesson.Of("消防", language: "en", model: "model-en"));

        Assert.Equal([Lesson.Id("消防灭火")], Ids(await FindAsync("消防", SearchMode.Vectors)));
    }

    [Fact]
    public async Task Hybrid_finds_by_either_and_tells_both_parts()
    {
        await PutAsync(Lesson.Of("消防灭火"), Lesson.Of("Fire drill 消防", model: "model-en"), Lesson.Of("食品"));

        var hits = await FindAsync("消防灭火");

        Assert.Equal(Lesson.Id("消防灭火"), hits[0].Material);
        Assert.True(hits[0] is { Words: > 0, Vectors: > 0.99 });
        Assert.Contains(hits, hit => hit.Material == Lesson.Id("Fire drill 消防") && hit is { Words: > 0, Vectors: 0 });
        Assert.Equal(hits.Select(hit => hit.Score).OrderDescending(), hits.Select(hit => hit.Score));
    }

    [Fact]
    public async Task A_material_is_found_once_with_its_best_chunk()
    {
        var long1 = Lesson.Of("急救") with { Chunks = [Lesson.Chunk("急救", "止血"), Lesson.Chunk("急救", "心肺复苏按压"), Lesson.Chunk("急救", "烫伤")] };
        await PutAsync(long1, Lesson.Of("食品"));

        var hit = Assert.Single(await FindAsync("心肺复苏", SearchMode.Words));

        Assert.Equal((Lesson.Id("急救心肺复苏按压"), "心肺复苏按压"), (hit.Chunk, hit.Snippet));
    }

    [Fact]
    public async Task A_material_without_chunks_or_vectors_is_found_by_its_title()
    {
        await PutAsync(Lesson.Of("安全生产") with { Chunks = [] });

        Assert.Equal([Lesson.Id("安全生产")], Ids(await FindAsync("安全生产")));
        Assert.Null(Index.VectorOf(Lesson.Id("安全生产")));
        Assert.Equal(new IndexSize(1, 0, 0), Index.Size);
    }

    [Fact]
    public async Task Putting_again_replaces()
    {
        await PutAsync(Lesson.Of("甲", "骑车"), Lesson.Of("乙", "开车"));

        await PutAsync(Lesson.Of("甲", "游泳"));

        Assert.Empty(await FindAsync("骑车", SearchMode.Words) is var hits ? hits.Where(hit => hit.Material == Lesson.Id("甲")) : []);
        Assert.Equal([Lesson.Id("甲")], Ids(await FindAsync("游泳", SearchMode.Words)));
        Assert.Equal(new IndexSize(2, 2, 2), Index.Size);
    }

    [Fact]
    public async Task What_is_removed_is_gone_at_once_and_can_come_back()
    {
        await PutAsync(Lesson.Of("消防"), Lesson.Of("消防灭火"));

        await Index.RemoveAsync([Lesson.Id("消防"), Lesson.Id("never there")], Cancellation);

        Assert.Equal([Lesson.Id("消防灭火")], Ids(await FindAsync("消防")));
        Assert.Null(Index.VectorOf(Lesson.Id("消防")));
        await PutAsync(Lesson.Of("消防"));
        Assert.Equal(2, (await FindAsync("消防")).Count);
    }

    [Fact]
    public async Task Filters_let_through_what_is_meant()
    {
        var day = new DateOnly(2026, 6, 1);
        var plain = Lesson.Of("消防");
        await PutAsync(
            plain,
            plain with { Id = Lesson.Id("en"), Language = "en" },
            plain with { Id = Lesson.Id("topic"), Topics = ["first-aid"] },
            plain with { Id = Lesson.Id("elsewhere"), Organisation = "elsewhere" },
            plain with { Id = Lesson.Id("drivers"), Occupations = ["4-02"] },
            plain with { Id = Lesson.Id("old"), AgeBands = ["65-plus"] },
            plain with { Id = Lesson.Id("expired"), ValidUntil = day.AddDays(-1) },
            plain with { Id = Lesson.Id("tomorrow"), ValidFrom = day.AddDays(1) });

        Assert.Equal(["en"], await PassingAsync(new SearchFilter { Language = "en" }));
        Assert.Equal(["topic"], await PassingAsync(new SearchFilter { Topic = "first-aid" }));
        Assert.Equal(["elsewhere"], await PassingAsync(new SearchFilter { Organisations = ["elsewhere", "nowhere"] }));
        Assert.DoesNotContain("drivers", await PassingAsync(new SearchFilter { Occupation = "4-020" }));
        Assert.Contains("drivers", await PassingAsync(new SearchFilter { Occupation = "4-02-07-08" }));
        Assert.DoesNotContain("old", await PassingAsync(new SearchFilter { AgeBand = "25-34" }));
        Assert.Equal(["drivers", "elsewhere", "en", "old", "topic", "消防"], await PassingAsync(new SearchFilter { ValidOn = day }));
        Assert.DoesNotContain("消防", await PassingAsync(new SearchFilter { Except = new HashSet<Guid> { plain.Id } }));
    }

    [Fact]
    public async Task The_direction_of_a_material_is_the_mean_of_its_chunks()
    {
        await PutAsync(Lesson.Of("甲") with { Chunks = [Lesson.Chunk("一", "水"), Lesson.Chunk("二", "火"), new(Lesson.Id("bare"), "", "无", null, default)] });
        var sum = new float[Lesson.Dimension];
        TensorPrimitives.Add(Lesson.Vector("一水"), Lesson.Vector("二火"), sum);

        var direction = Index.VectorOf(Lesson.Id("甲"));

        Assert.Equal("model-zh", direction?.Model);
        Assert.Equal(1, TensorPrimitives.Norm(direction!.Numbers.Span), 3);
        Assert.Equal(1, TensorPrimitives.CosineSimilarity(sum, direction.Numbers.Span), 3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\uD800\0\uFFFF")]
    [InlineData("'; DROP TABLE materials; --")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Strange_questions_do_no_harm(string question)
    {
        await PutAsync(Lesson.Of("消防\uD800\0"), Lesson.Of(""));

        Assert.InRange((await FindAsync(question)).Count, 0, 2);
        Assert.Empty(await FindAsync(question, SearchMode.Words) is var hits ? hits.Where(hit => !(hit.Words > 0)) : []);
    }

    [Fact]
    public async Task A_very_long_question_is_answered()
    {
        await PutAsync(Lesson.Of("消防"));

        Assert.Single(await FindAsync(string.Concat(Enumerable.Repeat("怎样学习消防知识？", 20_000))));
    }

    [Fact]
    public async Task A_question_vector_of_another_size_is_not_compared()
    {
        await PutAsync(Lesson.Of("消防"));

        Assert.Empty(await Index.SearchAsync(new SearchRequest { Mode = SearchMode.Vectors, Vectors = [new MaterialVector("model-zh", new float[3])] }, Cancellation));
    }

    [Fact]
    public async Task The_limit_is_kept()
    {
        await PutAsync([.. Enumerable.Range(0, 40).Select(number => Lesson.Of($"消防第{number}讲"))]);

        Assert.Equal(7, (await FindAsync("消防", limit: 7)).Count);
        Assert.Empty(await FindAsync("消防", limit: 0));
    }

    [Fact]
    public async Task Readers_see_each_change_whole_while_it_is_written()
    {
        await PutAsync([.. Enumerable.Range(0, 60).Select(number => Lesson.Of($"消防第{number}讲", "旧"))]);
        var writer = Task.Run(async () =>
        {
            for (var round = 0; round < 30; round++)
                await PutAsync([.. Enumerable.Range(0, 60).Select(number => Lesson.Of($"消防第{number}讲", round % 2 == 0 ? "新" : "旧"))]);
        }, Cancellation);

        do
        {
            var hits = await FindAsync("消防", limit: 100);
            Assert.Equal(60, hits.Select(hit => hit.Material).Distinct().Count());
            Assert.Single(hits.Select(hit => hit.Snippet).Distinct());
        }
        while (!writer.IsCompleted);

        await writer;
    }

    protected Task PutAsync(params IReadOnlyCollection<IndexedMaterial> materials) => Index.PutAsync(materials, Cancellation).AsTask();

    protected async Task<IReadOnlyList<SearchHit>> FindAsync(string text, SearchMode mode = SearchMode.Hybrid, int limit = 20) =>
        await Index.SearchAsync(new SearchRequest { Text = text, Mode = mode, Limit = limit, Vectors = [Lesson.Question(text)] }, Cancellation);

    private async Task<IEnumerable<string>> PassingAsync(SearchFilter filter)
    {
        string[] names = ["消防", "en", "topic", "elsewhere", "drivers", "old", "expired", "tomorrow"];
        var hits = await Index.SearchAsync(new SearchRequest { Text = "消防", Vectors = [Lesson.Question("消防")], Filter = filter }, Cancellation);
        return hits.Select(hit => names.Single(name => Lesson.Id(name) == hit.Material)).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<Guid> Ids(IReadOnlyList<SearchHit> hits) => hits.Select(hit => hit.Material);
}
