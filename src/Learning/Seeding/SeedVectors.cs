using System.Runtime.InteropServices;
using Learning.Data;
using Learning.Embeddings;
using Learning.Materials;
using Microsoft.EntityFrameworkCore;

namespace Learning.Seeding;

/// <summary>
/// Vectors of the seed's lessons, made beforehand so that a first start need not wait for them. Each stands under the fingerprint of its text:
/// a lesson that was changed since has none here and is embedded like anybody's.
/// </summary>
public static class SeedVectors
{
    private const string FileName = "vectors.bin";

    /// <summary>Makes the file anew: every part of every lesson under the model of its language.</summary>
    /// <param name="models">The models that ship.</param>
    /// <param name="seedFolder">The folder <c>data/seed</c>; <c>vectors.bin</c> is written into it.</param>
    /// <param name="cancellationToken">Stops it; then the old file stays.</param>
    /// <returns>How many vectors there are.</returns>
    public static async Task<int> MakeAsync(EmbeddingModels models, string seedFolder, CancellationToken cancellationToken)
    {
        var lessons = (await SeedMaterials.ReadFilesAsync(seedFolder, cancellationToken)).Select(result => result.Material!);
        var made = new List<TextVectors>();
        foreach (var sameModel in lessons.GroupBy(lesson => models.For(lesson.Language)).OrderBy(group => group.Key.Id, StringComparer.Ordinal))
        {
            var texts = sameModel.SelectMany(EmbeddedTextsOf).Distinct(StringComparer.Ordinal).ToList();
            var vectors = await sameModel.Key.EmbedAsync(texts, cancellationToken);
            made.Add(new TextVectors(sameModel.Key.Id, sameModel.Key.Dimension, texts.Zip(vectors).ToDictionary(pair => TextVectors.Fingerprint(pair.First), pair => pair.Second)));
        }

        TextVectors.Write(Path.Combine(seedFolder, FileName), made);
        return made.Sum(vectors => vectors.ByText.Count);
    }

    /// <summary>What the models read of a lesson.</summary>
    internal static IEnumerable<string> EmbeddedTextsOf(ReadMaterial lesson) =>
        Chunker.Cut(lesson.Title, lesson.Text, lesson.Language).Select(chunk => Chunk.EmbeddedOf(chunk.Heading, chunk.Text));

    /// <summary>The vectors of the file, by model; none where there is no file.</summary>
    internal static IReadOnlyList<TextVectors> Read(string seedFolder) =>
        Path.Combine(seedFolder, FileName) is var file && File.Exists(file) ? TextVectors.Read(file) : [];

    /// <summary>Gives the parts in the store that have no vector the ones the file has for them.</summary>
    internal static async Task StoreAsync(LearningDbContext db, string seedFolder, CancellationToken cancellationToken)
    {
        var file = Read(seedFolder);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var chunks = await db.Chunks.AsNoTracking().Where(chunk => !db.ChunkVectors.Any(vector => vector.ChunkId == chunk.Id)).ToListAsync(cancellationToken);
        await new BulkWriter(db).AddAsync(chunks.SelectMany(chunk => RowsOf(chunk, file)), null, cancellationToken);

        // By the revision every index learns of the vectors.
        var revision = await db.NextRevisionAsync(cancellationToken);
        await db.Materials.ExecuteUpdateAsync(set => set.SetProperty(material => material.Revision, revision), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static IEnumerable<ChunkVector> RowsOf(Chunk chunk, IReadOnlyList<TextVectors> file)
    {
        var text = TextVectors.Fingerprint(chunk.Embedded);
        foreach (var vectors in file)
        {
            if (vectors.ByText.TryGetValue(text, out var vector))
            {
                yield return new ChunkVector
                {
                    ChunkId = chunk.Id,
                    Model = vectors.Model,
                    Dimension = vectors.Dimension,
                    Numbers = MemoryMarshal.AsBytes(vector.AsSpan()).ToArray(),
                };
            }
        }
    }
}
