using Learning.Embeddings;
using Learning.Members.Occupations;

namespace Learning.Tests.Members.Occupations;

public sealed class OccupationVectorsTests
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void The_shipped_vectors_are_those_of_the_shipped_names_and_model(string language)
    {
        using var models = EmbeddingServices.Create(new EmbeddingOptions());
        var vectors = OccupationVectorFile.Shipped(language)!;

        // After changing a name or a model: dotnet run data/occupations/make-vectors.cs
        Assert.Equal((models.For(language).Id, models.For(language).Dimension, OccupationTable.Shipped.Fingerprint), (vectors.Model, vectors.Dimension, vectors.Fingerprint));
    }

    [Fact]
    public void A_name_votes_loudest_for_its_own_occupation()
    {
        float[][] whole = [.. Enumerable.Range(0, 200).Select(at => Unit(at))];
        using var file = new MemoryStream();
        OccupationVectors.Make("m", "f", whole).Write(file);
        var read = OccupationVectors.Read(new MemoryStream(file.ToArray()));

        var votes = read.Votes(whole[7], [.. Enumerable.Range(0, 200)], 200);

        Assert.Equal(("m", "f", 200), (read.Model, read.Fingerprint, read.Dimension));
        Assert.Equal(7, Array.IndexOf(votes, votes.Max()));
    }

    private static float[] Unit(int seed)
    {
        var random = new Random(seed);
        var vector = Enumerable.Range(0, 200).Select(place => (float)((random.NextDouble() - 0.5) / (1 + (place / 20)))).ToArray();
        var length = MathF.Sqrt(vector.Sum(number => number * number));
        return [.. vector.Select(number => number / length)];
    }
}
