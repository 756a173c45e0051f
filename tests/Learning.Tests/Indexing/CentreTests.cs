using System.Numerics.Tensors;
using Learning.Indexing;
using Learning.Indexing.Embedded;

namespace Learning.Tests.Indexing;

public sealed class CentreTests
{
    private const int Dimension = 32;

    /// <summary>One for each test, so that what a test draws does not hang on which tests ran before it.</summary>
    private readonly Random chance = new(11);

    [Fact]
    public void In_a_large_collection_most_of_what_all_vectors_share_is_taken_off()
    {
        var contents = Contents(Enumerable.Range(0, 6_000).Select(_ => Leaning()));
        var question = Leaning();

        var (numbers, shared) = contents.CentreOf("drawn", Dimension).Of(question);

        Assert.Equal(1, TensorPrimitives.Norm<float>(numbers), 4);
        Assert.InRange(numbers[0], 0.1f, 0.8f * question[0]);
        Assert.True(shared > 0);
    }

    [Fact]
    public void Of_a_few_vectors_hardly_anything_is_taken_off()
    {
        var contents = Contents([Leaning(), Leaning()]);
        var question = Leaning();

        Assert.Equal(1, TensorPrimitives.Dot<float>(question, contents.CentreOf("drawn", Dimension).Of(question).Numbers), 3);
    }

    [Fact]
    public void A_model_without_vectors_leaves_a_question_as_it_is()
    {
        var question = Leaning();

        Assert.Equal(question, Learning.Indexing.Embedded.Contents.Empty.CentreOf("drawn", Dimension).Of(question).Numbers, (left, right) => Math.Abs(left - right) < 1e-5);
    }

    [Fact]
    public void Comparing_gives_the_cosine_of_what_is_left()
    {
        var vectors = Enumerable.Range(0, 3_000).Select(_ => Leaning()).ToList();
        var contents = Contents(vectors);
        var mean = new float[Dimension];
        foreach (var vector in vectors) TensorPrimitives.MultiplyAdd(vector, 0.6f / 3_000 * (3_000f / 5_000), mean, mean);

        using var scores = RowScores.Of(contents, new SearchRequest { Mode = SearchMode.Vectors, Vectors = [new MaterialVector("drawn", vectors[5])] });

        foreach (var row in new[] { 5, 6, 700 })
        {
            var (left, right) = (Less(vectors[5], mean), Less(vectors[row], mean));
            Assert.Equal(TensorPrimitives.CosineSimilarity<float>(left, right), scores.Cosine(0, row), 0.01f);
            Assert.Equal(TensorPrimitives.CosineSimilarity<float>(left, right), scores.Exact(0, row, [new MaterialVector("drawn", vectors[5])]).Compared, 0.01f);
            Assert.Equal(TensorPrimitives.Dot<float>(vectors[5], vectors[row]), scores.Exact(0, row, [new MaterialVector("drawn", vectors[5])]).Plain, 0.001f);
        }
    }

    private static float[] Less(float[] vector, float[] mean) => [.. vector.Zip(mean, (number, shared) => number - shared)];

    /// <summary>A vector by chance that leans one way, as those of a language model do.</summary>
    private float[] Leaning()
    {
        var vector = new float[Dimension];
        for (var place = 0; place < Dimension; place++) vector[place] = chance.NextSingle() - 0.5f;
        vector[0] = 1.5f;
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }

    private static Contents Contents(IEnumerable<float[]> vectors)
    {
        var builder = new SegmentBuilder();
        foreach (var (vector, number) in vectors.Select((vector, number) => (vector, number)))
        {
            builder.Add(new IndexedMaterial
            {
                Id = Lesson.Id($"{number}"), Organisation = "here", Language = "zh", Title = $"{number}",
                Chunks = [new IndexedChunk(Lesson.Id($"chunk {number}"), "", "", "drawn", vector)],
            });
        }

        return new Contents([Part.Of(builder.Build())]);
    }
}
