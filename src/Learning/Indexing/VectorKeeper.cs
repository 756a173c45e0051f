using System.Runtime.InteropServices;
using Learning.Data;
using Learning.Embeddings;
using Learning.Materials;
using Microsoft.EntityFrameworkCore;

namespace Learning.Indexing;

/// <summary>Gives every chunk its vector under the configured model. What is missing is read from the database, so being killed half way loses nothing.</summary>
public sealed class VectorKeeper(EmbeddingModels models)
{
    private const int EmbeddedAtOnce = 256;

    private readonly SemaphoreSlim _working = new(1, 1);

    /// <summary>Embeds what has no vector yet; when a newly configured model is complete, goes over to it at once.</summary>
    /// <param name="db">The database.</param>
    /// <param name="progress">Told how many chunks got their vector, or null.</param>
    /// <param name="cancellationToken">Stops between batches; what is embedded stays.</param>
    /// <returns>How many chunks were embedded.</returns>
    public async Task<int> EmbedMissingAsync(LearningDbContext db, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        await _working.WaitAsync(cancellationToken);
        try
        {
            var embedded = 0;
            foreach (var language in ActiveModels.Languages)
            {
                var model = models.For(language);
                embedded += await EmbedAsync(db, language, model, embedded, progress, cancellationToken);
                if (!await ActiveModels.IsRecordedAsync(db, language, model.Id, cancellationToken))
                {
                    await ActiveModels.SwitchAsync(db, language, model.Id, cancellationToken);
                }
            }

            return embedded;
        }
        finally
        {
            _working.Release();
        }
    }

    /// <summary>How many chunks have no vector yet under the configured models.</summary>
    public async Task<int> CountMissingAsync(LearningDbContext db, CancellationToken cancellationToken)
    {
        var missing = 0;
        foreach (var language in ActiveModels.Languages)
        {
            missing += await Missing(db, language, models.For(language).Id).CountAsync(cancellationToken);
        }

        return missing;
    }

    private static IQueryable<Chunk> Missing(LearningDbContext db, string language, string model) => db.Chunks.AsNoTracking()
        .Where(chunk => chunk.Language == language && !db.ChunkVectors.Any(vector => vector.ChunkId == chunk.Id && vector.Model == model));

    private async Task<int> EmbedAsync(LearningDbContext db, string language, EmbeddingModel model, int before, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var count = 0;
        var last = Guid.Empty;
        while (true)
        {
            var chunks = await Missing(db, language, model.Id).Where(chunk => chunk.Id > last)
                .OrderBy(chunk => chunk.Id).Take(EmbeddedAtOnce).ToListAsync(cancellationToken);
            if (chunks.Count == 0)
            {
                return count;
            }

            var vectors = await model.EmbedAsync(chunks.Select(chunk => chunk.Embedded), cancellationToken);
            await KeepAsync(db, model, [.. chunks.Zip(vectors, (chunk, vector) => (chunk.Id, vector))], cancellationToken);
            count += chunks.Count;
            last = chunks[^1].Id;
            progress?.Report(before + count);
        }
    }

    /// <summary>Keeps vectors and gives their materials the next revision, by which every index, in this process and in others, learns of them.</summary>
    private static async Task KeepAsync(LearningDbContext db, EmbeddingModel model, IReadOnlyList<(Guid Chunk, float[] Vector)> vectors, CancellationToken cancellationToken)
    {
        // Meanwhile a chunk may have gone, because its material was changed, or got its vector from another process.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ids = vectors.Select(vector => vector.Chunk).ToList();
        var waiting = await db.Chunks.Where(chunk => ids.Contains(chunk.Id) && !db.ChunkVectors.Any(vector => vector.ChunkId == chunk.Id && vector.Model == model.Id))
            .Select(chunk => new { chunk.Id, chunk.MaterialId }).ToDictionaryAsync(chunk => chunk.Id, chunk => chunk.MaterialId, cancellationToken);
        db.ChunkVectors.AddRange(vectors.Where(vector => waiting.ContainsKey(vector.Chunk)).Select(vector => new ChunkVector
        {
            ChunkId = vector.Chunk,
            Model = model.Id,
            Dimension = model.Dimension,
            Numbers = MemoryMarshal.AsBytes(vector.Vector.AsSpan()).ToArray(),
        }));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        var materials = waiting.Values.Distinct().ToList();
        var revision = await db.NextRevisionAsync(cancellationToken);
        await db.Materials.Where(material => materials.Contains(material.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(material => material.Revision, revision), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
