using Learning.Embeddings;

namespace Learning.Tests.Embeddings;

public sealed class EmbeddedChineseModel : EmbeddingContract, IDisposable
{
    private readonly EmbeddingModels models = EmbeddingServices.Create(new EmbeddingOptions());

    protected override EmbeddingModel Model => models.For("zh");

    public void Dispose() => models.Dispose();
}

public sealed class EmbeddedEnglishModel : EmbeddingContract, IDisposable
{
    private readonly EmbeddingModels models = EmbeddingServices.Create(new EmbeddingOptions());

    protected override EmbeddingModel Model => models.For("en");

    public void Dispose() => models.Dispose();
}
