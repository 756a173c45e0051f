using Microsoft.Extensions.AI;

namespace Learning.Embeddings.Onnx;

/// <summary>An embedding model in ONNX, run in this process on all cores. Thread-safe; the weights are read at the first text.</summary>
internal sealed class OnnxEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingGeneratorMetadata metadata;
    private readonly Lazy<OnnxModel> model;
    private readonly string id;

    public OnnxEmbeddingGenerator(string folder, string id, int dimension)
    {
        this.id = id;
        metadata = new EmbeddingGeneratorMetadata("onnxruntime", providerUri: null, id, dimension);
        model = new Lazy<OnnxModel>(() => OnnxModel.Read(folder, dimension));
    }

    /// <inheritdoc />
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var texts = values.ToArray();
        return Task.Run(() => Generate(texts, cancellationToken), cancellationToken);
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null) return null;
        if (serviceType == typeof(EmbeddingGeneratorMetadata)) return metadata;
        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (model.IsValueCreated) model.Value.Dispose();
    }

    private GeneratedEmbeddings<Embedding<float>> Generate(string[] texts, CancellationToken cancellation)
    {
        var rows = model.Value.Tokenize(texts, cancellation);
        var vectors = model.Value.Embed(rows, cancellation);
        return new GeneratedEmbeddings<Embedding<float>>(vectors.Select(vector => new Embedding<float>(vector) { ModelId = id }))
        {
            Usage = new UsageDetails { InputTokenCount = rows.Sum(row => row.Length), TotalTokenCount = rows.Sum(row => row.Length) },
        };
    }
}
