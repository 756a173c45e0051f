using Microsoft.Extensions.AI;

namespace Learning.Embeddings;

/// <summary>A model that turns texts into vectors of length 1. Vectors of different models are never compared: <see cref="Id"/> is stored with every vector.</summary>
/// <param name="id">Names the weights, such as <c>bge-small-zh-v1.5-int8</c>. Other weights, another id.</param>
/// <param name="dimension">How many numbers a vector has.</param>
/// <param name="language">The language it reads (<c>zh</c>, <c>en</c>), or <see cref="EveryLanguage"/>.</param>
/// <param name="generator">The model behind the usual .NET seam.</param>
public sealed class EmbeddingModel(string id, int dimension, string language, IEmbeddingGenerator<string, Embedding<float>> generator)
{
    /// <summary>The <see cref="Language"/> of a model that reads every language.</summary>
    public const string EveryLanguage = "*";

    /// <summary>Names the weights.</summary>
    public string Id { get; } = id;

    /// <summary>How many numbers a vector has.</summary>
    public int Dimension { get; } = dimension;

    /// <summary>The language it reads, or <see cref="EveryLanguage"/>.</summary>
    public string Language { get; } = language;

    /// <summary>The model behind the usual .NET seam.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Generator { get; } = generator;

    /// <summary>The vector of one text.</summary>
    public async Task<float[]> EmbedAsync(string text, CancellationToken cancellation = default) =>
        (await EmbedAsync([text], cancellation))[0];

    /// <summary>The vectors of several texts, in their order.</summary>
    public async Task<IReadOnlyList<float[]>> EmbedAsync(IEnumerable<string> texts, CancellationToken cancellation = default)
    {
        var embeddings = await Generator.GenerateAsync(texts, cancellationToken: cancellation);
        return [.. embeddings.Select(embedding => AsArray(embedding.Vector))];
    }

    // Both implementations hand out arrays of their own; copying 50,000 of them would be waste.
    private static float[] AsArray(ReadOnlyMemory<float> vector) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(vector, out var segment) && segment.Array is { } array && array.Length == vector.Length
            ? array
            : vector.ToArray();
}
