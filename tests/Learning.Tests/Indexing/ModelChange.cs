using Learning.Data.Sqlite;
using Learning.Embeddings;
using Learning.Indexing;
using Learning.Indexing.Embedded;
using Learning.Materials;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;

namespace Learning.Tests.Indexing;

/// <summary>A database with lessons, and embedding models that come and go.</summary>
internal sealed class ModelChange : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learning-models-");

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ModelChange> WithLessonsAsync(params string[] titles)
    {
        var change = new ModelChange();
        await using var db = change.Db();
        await db.Database.EnsureCreatedAsync(Cancellation);
        db.Materials.AddRange(titles.Select(title => new Material
        {
            Id = Lesson.Id(title), Key = title, Organisation = "here", Title = title, Language = "zh", Text = title, Minutes = 10, CreditHours = 0.3m,
            Hash = new string('0', 64), Lesson = Lesson.Id(title), CreatedAt = DateTimeOffset.UnixEpoch,
        }));
        db.Chunks.AddRange(titles.Select(title => new Chunk { Id = Lesson.Id("chunk of " + title), MaterialId = Lesson.Id(title), Position = 0, Heading = title, Text = title, Language = "zh" }));
        await db.SaveChangesAsync(Cancellation);
        return change;
    }

    public SqliteLearningDbContext Db() =>
        new(new DbContextOptionsBuilder<SqliteLearningDbContext>().UseSqlite($"Data Source={Path.Combine(folder.FullName, "models.db")}").Options);

    /// <summary>A model under a name; when it fails, it does so after so many texts.</summary>
    public static EmbeddingModels Model(string id, int failsAfter = int.MaxValue) =>
        new(new EmbeddingModel(id, Lesson.Dimension, EmbeddingModel.EveryLanguage, new DrawnEmbeddings(failsAfter)));

    public static MaterialSearch Search(EmbeddingModels models) => new(new EmbeddedIndex(), models);

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private sealed class DrawnEmbeddings(int failsAfter) : IEmbeddingGenerator<string, Embedding<float>>
    {
        private int made;

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            var texts = values.ToList();
            made += texts.Count;
            if (made > failsAfter) throw new BrokenRule("embedding-endpoint-failed", "It is gone.", "Wait.");
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(texts.Select(text => new Embedding<float>(Lesson.Vector(text)))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
