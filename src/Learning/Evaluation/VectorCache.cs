using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Learning.Embeddings;

namespace Learning.Evaluation;

/// <summary>
/// Vectors on disk by what they are vectors of, so that judging again is quick: per model one file of records, the
/// text's hash and the numbers. A file cut off in the middle of a record loses that record only.
/// </summary>
public sealed class VectorCache(string folder)
{
    private const int HashBytes = 16;
    private const int EmbeddedAtOnce = 1_024;

    /// <summary>The vectors of texts, in their order; those not known yet are made and kept.</summary>
    /// <param name="model">The model.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="progress">Told how far it is, or null.</param>
    /// <param name="cancellationToken">Stops between batches; what is made stays.</param>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(
        EmbeddingModel model, IReadOnlyList<string> texts, IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await using var file = new FileStream(FileOf(model), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var known = await ReadAsync(file, model, cancellationToken);
        var hashes = texts.Select(HashOf).ToArray();
        var missing = Enumerable.Range(0, texts.Count).Where(place => !known.ContainsKey(hashes[place])).DistinctBy(place => hashes[place]).ToArray();
        var done = 0;
        foreach (var batch in missing.Chunk(EmbeddedAtOnce))
        {
            var vectors = await model.EmbedAsync(batch.Select(place => texts[place]), cancellationToken);
            foreach (var (place, vector) in batch.Zip(vectors)) known[hashes[place]] = vector;
            await AppendAsync(file, [.. batch.Select(place => hashes[place])], vectors, cancellationToken);
            progress?.Report(new EvaluationProgress("embed", done += batch.Length, missing.Length));
        }

        return [.. hashes.Select(hash => known[hash])];
    }

    private string FileOf(EmbeddingModel model) =>
        Path.Combine(folder, $"{string.Concat(model.Id.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '_'))}-{model.Dimension}.vectors");

    private static async Task<Dictionary<UInt128, ReadOnlyMemory<float>>> ReadAsync(FileStream file, EmbeddingModel model, CancellationToken cancellationToken)
    {
        var record = new byte[HashBytes + (model.Dimension * sizeof(float))];
        var known = new Dictionary<UInt128, ReadOnlyMemory<float>>();
        while (await file.ReadAtLeastAsync(record, record.Length, throwOnEndOfStream: false, cancellationToken) == record.Length)
            known[MemoryMarshal.Read<UInt128>(record)] = MemoryMarshal.Cast<byte, float>(record.AsSpan(HashBytes)).ToArray();
        file.SetLength(known.Count * (long)record.Length);
        file.Position = file.Length;
        return known;
    }

    private static async Task AppendAsync(FileStream file, UInt128[] hashes, IReadOnlyList<float[]> vectors, CancellationToken cancellationToken)
    {
        foreach (var (hash, vector) in hashes.Zip(vectors))
        {
            await file.WriteAsync(MemoryMarshal.AsBytes([hash]).ToArray(), cancellationToken);
            await file.WriteAsync(MemoryMarshal.AsBytes<float>(vector).ToArray(), cancellationToken);
        }

        await file.FlushAsync(cancellationToken);
    }

    private static UInt128 HashOf(string text) => MemoryMarshal.Read<UInt128>(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>How far an evaluation is.</summary>
/// <param name="Step">What it is doing: <c>embed</c>, <c>index</c>, <c>words</c>…</param>
/// <param name="Done">How many are done.</param>
/// <param name="Total">Of how many.</param>
public sealed record EvaluationProgress(string Step, int Done, int Total);
