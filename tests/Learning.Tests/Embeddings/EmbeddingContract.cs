using System.Numerics.Tensors;
using Learning.Embeddings;
using Microsoft.Extensions.AI;

namespace Learning.Tests.Embeddings;

/// <summary>What every embedding model promises; an implementation inherits the tests.</summary>
public abstract class EmbeddingContract
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract EmbeddingModel Model { get; }

    [Fact]
    public async Task There_is_one_vector_per_text_in_their_order()
    {
        string[] texts = ["外卖骑手交通安全", "first aid", "外卖骑手交通安全", "a much longer text about the rights of platform workers"];

        var vectors = await Model.EmbedAsync(texts, Cancellation);

        Assert.Equal(4, vectors.Count);
        Assert.True(Cosine(vectors[0], vectors[2]) > 0.9999f);
        Assert.True(Cosine(vectors[0], vectors[1]) < 0.99f);
    }

    [Fact]
    public async Task A_vector_has_the_promised_size_and_length_one()
    {
        foreach (var vector in await Model.EmbedAsync(["劳动合同", "x", new string('学', 3_000)], Cancellation))
        {
            Assert.Equal(Model.Dimension, vector.Length);
            Assert.InRange(TensorPrimitives.Norm<float>(vector), 0.999f, 1.001f);
        }
    }

    [Fact]
    public async Task Texts_without_content_have_vectors_too() =>
        Assert.All(await Model.EmbedAsync(["", "   ", "\n", "\u200B", "\uD800"], Cancellation), vector => Assert.All(vector, number => Assert.True(float.IsFinite(number))));

    [Fact]
    public async Task No_texts_no_vectors() => Assert.Empty(await Model.EmbedAsync([], Cancellation));

    [Fact]
    public async Task The_company_of_a_text_does_not_change_its_vector()
    {
        var alone = await Model.EmbedAsync("怎样识别电信诈骗？", Cancellation);
        var texts = Enumerable.Range(1, 40).Select(count => new string('学', count * 3)).Append("怎样识别电信诈骗？");

        var together = (await Model.EmbedAsync(texts, Cancellation))[^1];

        Assert.True(Cosine(alone, together) > 0.9999f);
    }

    [Fact]
    public async Task Many_callers_at_once_get_their_own_answers()
    {
        var texts = Enumerable.Range(0, 12).Select(number => $"课程第{number}讲：安全").ToArray();
        var expected = await Model.EmbedAsync(texts, Cancellation);

        var answers = await Task.WhenAll(texts.Select(text => Model.EmbedAsync(text, Cancellation)));

        Assert.All(answers.Zip(expected), pair => Assert.True(Cosine(pair.First, pair.Second) > 0.9999f));
    }

    [Fact]
    public async Task A_cancelled_call_stops()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Model.EmbedAsync(["学习"], source.Token));
    }

    [Fact]
    public void It_says_what_it_is()
    {
        var metadata = Model.Generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;

        Assert.Equal(Model.Id, metadata?.DefaultModelId);
        Assert.Same(Model.Generator, Model.Generator.GetService(Model.Generator.GetType()));
        Assert.Null(Model.Generator.GetService(typeof(EmbeddingGeneratorMetadata), "another"));
    }

    private static float Cosine(float[] left, float[] right) => TensorPrimitives.CosineSimilarity<float>(left, right);
}
