using System.Security.Cryptography;
using System.Text;
using Learning.Indexing;

namespace Learning.Tests.Indexing;

/// <summary>Materials for tests of indexes. Their vectors are drawn from words, so that what shares words is alike.</summary>
internal static class Lesson
{
    public const int Dimension = 16;

    public static IndexedMaterial Of(string title, string text = "", string language = "zh", string model = "model-zh") => new()
    {
        Id = Id(title),
        Organisation = "harbour",
        Language = language,
        Title = title,
        Chunks = [Chunk(title, text, model)],
    };

    public static IndexedChunk Chunk(string title, string text, string model = "model-zh") =>
        new(Id(title + text), title, text, model, Vector(title + text));

    public static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public static MaterialVector Question(string text, string model = "model-zh") => new(model, Vector(text));

    /// <summary>The sum of a direction per character, at length 1.</summary>
    public static float[] Vector(string text)
    {
        var sum = new float[Dimension];
        foreach (var character in text)
        {
            var random = new Random(character);
            for (var place = 0; place < Dimension; place++) sum[place] += (float)(random.NextDouble() - 0.5);
        }

        var length = MathF.Sqrt(sum.Sum(number => number * number));
        return length == 0 ? [1, .. new float[Dimension - 1]] : [.. sum.Select(number => number / length)];
    }
}
