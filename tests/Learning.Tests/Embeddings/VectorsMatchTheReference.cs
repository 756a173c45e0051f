using System.Numerics.Tensors;
using Learning.Embeddings;

namespace Learning.Tests.Embeddings;

public sealed class VectorsMatchTheReference : IDisposable
{
    private readonly EmbeddingModels models = EmbeddingServices.Create(new EmbeddingOptions());

    [Theory, InlineData("zh"), InlineData("en")]
    public async Task Every_golden_text_lands_where_the_reference_puts_it(string language)
    {
        var golden = GoldenText.Of(language);

        var vectors = await models.For(language).EmbedAsync(golden.Select(row => row.Text), TestContext.Current.CancellationToken);

        var cosines = golden.Zip(vectors, (row, vector) => (row.Text, Cosine: TensorPrimitives.CosineSimilarity<float>(row.Vector, vector))).ToList();
        Assert.All(cosines, pair => Assert.True(pair.Cosine >= 0.995f, $"{pair.Cosine}: {pair.Text}"));
        Assert.InRange(cosines.Average(pair => pair.Cosine), 0.999f, 1.0001f);
    }

    public void Dispose() => models.Dispose();
}
