using Learning.Embeddings;
using Learning.Evaluation;
using Learning.Indexing;
using Learning.Indexing.Embedded;
using Learning.Materials;

namespace Learning.Quality.Tests;

/// <summary>
/// Search over the seed's lessons answers questions as members would ask them. The questions were written for judging and are used for nothing else.
/// The large sets are judged by hand, since embedding one takes minutes the first time; the floor of stard-dev is nDCG@10 0.455 for hybrid:
/// <c>dotnet run --project src/Learning.Cli -c Release -- evaluate search --data ../shared/benchmarks/stard-dev --json</c>
/// (reached: words 0.402, vectors 0.433, hybrid 0.467).
/// </summary>
public sealed class SearchFloors
{
    private static readonly EmbeddingModels Models = EmbeddingServices.Create(new EmbeddingOptions());
    private static readonly Lazy<Task<(EmbeddedIndex Index, Dictionary<string, Guid> Ids)>> Indexed = new(() => IndexedAsync(Models));

    [Theory]
    [InlineData(SearchMode.Words, 0.94)]
    [InlineData(SearchMode.Vectors, 0.94)]
    [InlineData(SearchMode.Hybrid, 0.97)]
    public async Task Everyday_questions_in_both_languages_find_their_lesson(SearchMode mode, double floor)
    {
        var (index, ids) = await Indexed.Value;
        var questions = Questions();

        var sum = 0.0;
        foreach (var (question, lesson) in questions)
        {
            var model = Models.For(LanguageOf.Text(question));
            var hits = await index.SearchAsync(
                new SearchRequest { Text = question, Mode = mode, Limit = 10, Vectors = [new MaterialVector(model.Id, await model.EmbedAsync(question, TestContext.Current.CancellationToken))] },
                TestContext.Current.CancellationToken);
            sum += RankMetrics.Ndcg(hits.Select(hit => hit.Material), new Dictionary<Guid, int> { [ids[lesson]] = 1 });
        }

        var ndcg = sum / questions.Count;
        TestContext.Current.SendDiagnosticMessage($"{mode}: nDCG@10 {ndcg:0.000} over {questions.Count} questions");
        Assert.True(ndcg >= floor, $"{mode}: nDCG@10 {ndcg:0.000} is below {floor}");
    }

    private static async Task<(EmbeddedIndex Index, Dictionary<string, Guid> Ids)> IndexedAsync(EmbeddingModels models)
    {
        var lessons = MaterialFolder.Walk(DataFolder.Find("data/seed/materials")).SelectMany(item => item.Results).Select(result => result.Material).OfType<ReadMaterial>().ToList();
        var ids = lessons.ToDictionary(lesson => lesson.Key, _ => Guid.CreateVersion7(), StringComparer.Ordinal);
        var index = new EmbeddedIndex();
        foreach (var language in lessons.GroupBy(lesson => lesson.Language, StringComparer.Ordinal))
        {
            var model = models.For(language.Key);
            var chunks = language.SelectMany(lesson => Chunker.Cut(lesson.Title, lesson.Text, lesson.Language).Select(chunk => (Lesson: lesson, Chunk: chunk))).ToList();
            var vectors = await model.EmbedAsync(chunks.Select(pair => Chunk.EmbeddedOf(pair.Chunk.Heading, pair.Chunk.Text)), TestContext.Current.CancellationToken);
            var indexed = chunks.Zip(vectors, (pair, vector) => (pair.Lesson, Chunk: new IndexedChunk(Guid.CreateVersion7(), pair.Chunk.Heading, pair.Chunk.Text, model.Id, vector))).ToLookup(pair => pair.Lesson, pair => pair.Chunk);
            await index.PutAsync(
                [.. language.Select(lesson => new IndexedMaterial { Id = ids[lesson.Key], Organisation = "here", Language = lesson.Language, Title = lesson.Title, Summary = lesson.Summary, Topics = lesson.Topics, Chunks = [.. indexed[lesson]] })],
                TestContext.Current.CancellationToken);
        }

        return (index, ids);
    }

    private static List<(string Question, string Lesson)> Questions() =>
        [.. File.ReadLines(Path.Combine(DataFolder.Find("data/golden/search"), "queries.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1]))];
}
