using System.Net;
using Learning.Embeddings;

namespace Learning.Tests.Embeddings;

public sealed class EndpointModel : EmbeddingContract, IDisposable
{
    private readonly EmbeddingEndpoint endpoint = new();
    private readonly EmbeddingModels models;

    public EndpointModel() => models = EmbeddingServices.Create(Options());

    protected override EmbeddingModel Model => models.All[0];

    [Fact]
    public void One_model_reads_every_language() => Assert.Same(models.For("zh"), models.For("en"));

    [Fact]
    public async Task Long_lists_are_sent_in_batches_with_the_key()
    {
        await Model.EmbedAsync(Enumerable.Range(0, 20).Select(number => $"{number}"), TestContext.Current.CancellationToken);

        Assert.Equal([8, 8, 4], endpoint.BatchSizes);
        Assert.Equal("Bearer secret", endpoint.Authorization);
    }

    [Theory, InlineData(HttpStatusCode.Unauthorized), InlineData(HttpStatusCode.NotFound)]
    public async Task A_refusal_names_the_endpoint_and_hides_the_key(HttpStatusCode status)
    {
        endpoint.Status = status;

        var broken = await Assert.ThrowsAsync<BrokenRule>(() => Model.EmbedAsync("x", TestContext.Current.CancellationToken));

        Assert.Equal("embedding-endpoint-failed", broken.Rule);
        Assert.Contains(endpoint.Address.Authority, broken.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vectors_of_another_size_are_refused()
    {
        var options = Options();
        options.Dimension = 31;
        using var other = EmbeddingServices.Create(options);

        var broken = await Assert.ThrowsAsync<BrokenRule>(() => other.For("zh").EmbedAsync("x", TestContext.Current.CancellationToken));

        Assert.Contains("32 numbers, not 31", broken.Detail, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        models.Dispose();
        endpoint.Dispose();
    }

    private EmbeddingOptions Options() => new()
    {
        Kind = EmbeddingKind.OpenAI,
        Endpoint = endpoint.Address,
        Model = "stub",
        Key = "secret",
        Dimension = 32,
        BatchSize = 8,
    };
}
