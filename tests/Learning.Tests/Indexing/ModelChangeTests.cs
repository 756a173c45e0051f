using Learning.Indexing;
using Microsoft.EntityFrameworkCore;
using static Learning.Tests.Indexing.ModelChange;

namespace Learning.Tests.Indexing;

public sealed class ModelChangeTests
{
    private static readonly string[] Titles = [.. Enumerable.Range(1, 300).Select(number => $"第{number}课消防")];

    [Fact]
    public async Task While_another_model_is_brought_in_searches_go_by_the_old_one_and_go_over_when_it_is_complete()
    {
        await using var change = await WithLessonsAsync(Titles);
        await using var db = change.Db();
        using var old = Model("old");
        using var both = new Learning.Embeddings.EmbeddingModels(Model("new").All.Concat(old.All)); // The configured one first.
        await new VectorKeeper(old).EmbedMissingAsync(db, progress: null, Cancellation);
        var search = Search(both);
        Assert.Equal("old", await ModelOfAsync(search, db));

        using var failing = Model("new", failsAfter: 256);
        await Assert.ThrowsAsync<BrokenRule>(() => new VectorKeeper(failing).EmbedMissingAsync(db, progress: null, Cancellation));
        Assert.Equal(256, await db.ChunkVectors.CountAsync(vector => vector.Model == "new", Cancellation));
        Assert.Equal("old", await ModelOfAsync(search, db));
        Assert.Equal(300, search.Size.ChunksWithVector);

        // What was embedded before it failed is not embedded again.
        Assert.Equal(44, await new VectorKeeper(both).EmbedMissingAsync(db, progress: null, Cancellation));
        Assert.Equal("new", await ModelOfAsync(search, db));
        Assert.Equal(300, search.Size.ChunksWithVector);
        Assert.False(await db.ChunkVectors.AnyAsync(vector => vector.Model == "old", Cancellation));
    }

    [Fact]
    public async Task An_index_that_is_lost_is_filled_again_from_the_database()
    {
        await using var change = await WithLessonsAsync("消防灭火", "食品卫生");
        await using var db = change.Db();
        using var models = Model("drawn");
        await new VectorKeeper(models).EmbedMissingAsync(db, progress: null, Cancellation);

        foreach (var search in new[] { Search(models), Search(models) })
        {
            var hits = await search.SearchAsync(db, new SearchRequest { Text = "灭火" }, Cancellation);

            Assert.Equal(Lesson.Id("消防灭火"), hits[0].Material);
            Assert.True(hits[0] is { Words: > 0, Vectors: > 0 });
            Assert.True((await IndexState.ReadAsync(db, models, search, Cancellation)).IsComplete);
        }
    }

    [Fact]
    public async Task A_chunk_whose_vector_was_lost_is_found_by_words_and_then_embedded()
    {
        await using var change = await WithLessonsAsync("消防灭火", "食品卫生");
        await using var db = change.Db();
        using var models = Model("drawn");
        var keeper = new VectorKeeper(models);
        await keeper.EmbedMissingAsync(db, progress: null, Cancellation);
        await db.ChunkVectors.Where(vector => vector.ChunkId == Lesson.Id("chunk of 消防灭火")).ExecuteDeleteAsync(Cancellation);
        var search = Search(models);

        Assert.True((await search.SearchAsync(db, new SearchRequest { Text = "灭火" }, Cancellation))[0] is { Words: > 0, Vectors: 0 });
        Assert.False((await IndexState.ReadAsync(db, models, search, Cancellation)).IsComplete);

        Assert.Equal(1, await keeper.EmbedMissingAsync(db, progress: null, Cancellation));
        Assert.True((await search.SearchAsync(db, new SearchRequest { Text = "灭火" }, Cancellation))[0] is { Words: > 0, Vectors: > 0 });
    }

    /// <summary>The model by which searches go, as the index shows it.</summary>
    private static async Task<string?> ModelOfAsync(MaterialSearch search, Learning.Data.LearningDbContext db)
    {
        var hit = (await search.SearchAsync(db, new SearchRequest { Text = Titles[6] }, Cancellation))[0];
        Assert.Equal((Lesson.Id(Titles[6]), true), (hit.Material, hit.Vectors > 0));
        return search.VectorOf(hit.Material)?.Model;
    }
}
