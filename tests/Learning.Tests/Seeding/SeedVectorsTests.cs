using System.Numerics.Tensors;
using Learning.Embeddings;
using Learning.Seeding;

namespace Learning.Tests.Seeding;

/// <summary>The vectors that ship with the seed are those of its lessons.</summary>
public sealed class SeedVectorsTests
{
    private const string Remedy = "The lessons, the chunker or a model changed: dotnet run data/seed/make-vectors.cs";

    private static readonly IReadOnlyList<TextVectors> File = SeedVectors.Read(SeedOnPaper.Folder);

    [Fact]
    public void Every_part_of_every_lesson_has_its_vector_under_the_model_that_ships()
    {
        using var models = EmbeddingServices.Create(new EmbeddingOptions());

        var missing = SeedOnPaper.Read.Where(lesson => !SeedVectors.EmbeddedTextsOf(lesson).All(text => Find(models.For(lesson.Language).Id, text) is not null));

        Assert.True(!missing.Any(), $"{Remedy}\nNo vectors for: {string.Join(", ", missing.Select(lesson => lesson.Key))}");
    }

    [Fact]
    public async Task A_few_embedded_anew_point_the_same_way()
    {
        using var models = EmbeddingServices.Create(new EmbeddingOptions());
        foreach (var lesson in SeedOnPaper.Read.Where((_, index) => index % 60 == 0))
        {
            var text = SeedVectors.EmbeddedTextsOf(lesson).First();
            var vector = await models.For(lesson.Language).EmbedAsync(text, TestContext.Current.CancellationToken);

            Assert.True(TensorPrimitives.CosineSimilarity(vector, Find(models.For(lesson.Language).Id, text)) > 0.99, $"{lesson.Key}. {Remedy}");
        }
    }

    [Fact]
    public void Vectors_are_read_as_they_were_written_but_for_the_last_digits()
    {
        var file = Path.GetTempFileName();
        float[] vector = [0.6f, 0, -0.8f];
        TextVectors.Write(file, [new TextVectors("m", 3, new Dictionary<UInt128, float[]> { [TextVectors.Fingerprint("a")] = vector })]);

        var read = Assert.Single(TextVectors.Read(file));

        Assert.Equal(("m", 3), (read.Model, read.Dimension));
        Assert.Equal(vector, read.ByText[TextVectors.Fingerprint("a")], (one, other) => Math.Abs(one - other) < 0.001);
        System.IO.File.Delete(file);
    }

    [Theory]
    [InlineData("")]
    [InlineData("something else")]
    [InlineData("\u0012learning-vectors-1\u0001\0\0\0\u0001m\u0003")]
    public void A_damaged_file_is_named(string content)
    {
        var file = Path.GetTempFileName();
        System.IO.File.WriteAllText(file, content);

        var broken = Assert.Throws<BrokenRule>(() => TextVectors.Read(file));

        Assert.Contains(file, broken.Detail, StringComparison.Ordinal);
        System.IO.File.Delete(file);
    }

    private static float[]? Find(string model, string text) =>
        File.FirstOrDefault(vectors => vectors.Model == model)?.ByText.GetValueOrDefault(TextVectors.Fingerprint(text));
}
