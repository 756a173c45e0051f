using Learning.Data;
using Learning.Embeddings;
using Microsoft.EntityFrameworkCore;

namespace Learning.Indexing;

/// <summary>Whether what the database holds can be found.</summary>
/// <param name="Stored">What is in the database and offered.</param>
/// <param name="Found">What is in the index.</param>
/// <param name="WrongVectors">Vectors whose numbers are not those of their model.</param>
/// <param name="Models">The embedding model searches go by, for each language.</param>
public sealed record IndexState(IndexSize Stored, IndexSize Found, int WrongVectors, IReadOnlyDictionary<string, string> Models)
{
    /// <summary>Whether everything is in the index, with its vector.</summary>
    public bool IsComplete => Stored == Found && Stored.Chunks == Stored.ChunksWithVector && WrongVectors == 0;

    /// <summary>Fills the index from the database and compares the two.</summary>
    public static async Task<IndexState> ReadAsync(LearningDbContext db, EmbeddingModels configured, MaterialSearch search, CancellationToken cancellationToken)
    {
        await search.CatchUpAsync(db, cancellationToken);
        var models = await ActiveModels.ReadAsync(db, configured, cancellationToken);
        var offered = db.Chunks.Where(chunk => db.Materials.Any(material => material.Id == chunk.MaterialId && material.WithdrawnAt == null));
        var withVector = 0;
        foreach (var (language, model) in models)
        {
            withVector += await offered.CountAsync(chunk => chunk.Language == language && db.ChunkVectors.Any(vector => vector.ChunkId == chunk.Id && vector.Model == model), cancellationToken);
        }

        var stored = new IndexSize(await db.Materials.CountAsync(material => material.WithdrawnAt == null, cancellationToken), await offered.CountAsync(cancellationToken), withVector);
        return new IndexState(stored, search.Size, await WrongAsync(db, configured, cancellationToken), models);
    }

    private static async Task<int> WrongAsync(LearningDbContext db, EmbeddingModels configured, CancellationToken cancellationToken)
    {
        const int bytesOfANumber = 4;
        var wrong = await db.ChunkVectors.CountAsync(vector => vector.Numbers.Length != vector.Dimension * bytesOfANumber, cancellationToken);
        foreach (var model in configured.All)
        {
            wrong += await db.ChunkVectors.CountAsync(vector => vector.Model == model.Id && vector.Dimension != model.Dimension, cancellationToken);
        }

        return wrong;
    }
}
