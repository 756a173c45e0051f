using System.ClientModel;
using System.ClientModel.Primitives;
using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using OpenAI;
using EmbeddingClient = OpenAI.Embeddings.EmbeddingClient;

namespace Learning.Embeddings.Endpoint;

/// <summary>
/// An endpoint that speaks OpenAI's embeddings protocol, held to what the embedded models promise: texts may be
/// empty, lists of any length, vectors of the promised size and of length 1.
/// </summary>
internal sealed class EndpointEmbeddings : DelegatingEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingOptions options;

    private EndpointEmbeddings(IEmbeddingGenerator<string, Embedding<float>> inner, EmbeddingOptions options) : base(inner) =>
        this.options = options;

    /// <summary>The model at the endpoint, for every language.</summary>
    public static EmbeddingModel Model(EmbeddingOptions options)
    {
        var client = new EmbeddingClient(
            options.Model!,
            // The client insists on a key; endpoints without keys ignore it.
            new ApiKeyCredential(string.IsNullOrEmpty(options.Key) ? "none" : options.Key),
            new OpenAIClientOptions { Endpoint = options.Endpoint, NetworkTimeout = TimeSpan.FromSeconds(options.TimeoutSeconds), RetryPolicy = new ClientRetryPolicy(maxRetries: 2) });
        return new EmbeddingModel(options.Model!, options.Dimension, EmbeddingModel.EveryLanguage, new EndpointEmbeddings(client.AsIEmbeddingGenerator(), options));
    }

    /// <inheritdoc />
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var all = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var batch in values.Chunk(this.options.BatchSize))
        {
            // The protocol refuses empty texts.
            var answer = await AskAsync([.. batch.Select(text => string.IsNullOrWhiteSpace(text) ? "-" : text)], options, cancellationToken);
            all.AddRange(answer.Select(Checked));
        }

        return all;
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> AskAsync(string[] batch, EmbeddingGenerationOptions? options, CancellationToken cancellation)
    {
        var answer = await CallAsync(batch, options, cancellation);
        return answer.Count == batch.Length ? answer : throw Refused($"answered {answer.Count} vectors to {batch.Length} texts.");
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> CallAsync(string[] batch, EmbeddingGenerationOptions? options, CancellationToken cancellation)
    {
        try
        {
            return await base.GenerateAsync(batch, options, cancellation);
        }
        catch (Exception problem) when (problem is ClientResultException or AggregateException or HttpRequestException
            || (problem is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw Refused($"did not answer: {problem.Message}");
        }
    }

    private Embedding<float> Checked(Embedding<float> embedding)
    {
        if (embedding.Vector.Length != options.Dimension)
            throw Refused($"answered vectors of {embedding.Vector.Length} numbers, not {options.Dimension}.");
        var vector = embedding.Vector.ToArray();
        var length = TensorPrimitives.Norm<float>(vector);
        if (!float.IsFinite(length) || length == 0) throw Refused("answered a vector without a direction.");
        TensorPrimitives.Divide(vector, length, vector);
        return new Embedding<float>(vector) { ModelId = options.Model };
    }

    private BrokenRule Refused(string what) => new(
        "embedding-endpoint-failed",
        $"The embedding endpoint {options.Endpoint?.GetLeftPart(UriPartial.Path)} {what}",
        $"Check {EmbeddingOptions.Section}:Endpoint, Model, Key and Dimension, and whether the endpoint is up.");
}
