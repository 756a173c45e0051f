using System.Numerics.Tensors;
using System.Text;

namespace Learning.Benchmarks;

/// <summary>Texts and vectors drawn by chance, the same every time: words of two or three characters out of 30,000, a few of them very often, as in a language.</summary>
internal sealed class DrawnTexts
{
    private const int FirstCharacter = 0x4E00;
    private const int Characters = 3_000;
    private const int WordCount = 30_000;

    private readonly Random random;
    private readonly string[] words = new string[WordCount];

    public DrawnTexts(int seed)
    {
        random = new Random(seed);
        for (var word = 0; word < words.Length; word++)
            words[word] = string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => (char)(FirstCharacter + Low(Characters))));
    }

    public string Text(int characters)
    {
        var text = new StringBuilder();
        while (text.Length < characters) text.Append(words[Low(WordCount)]);
        return text.ToString();
    }

    public float[] Vector(int dimension)
    {
        var vector = new float[dimension];
        for (var place = 0; place < dimension; place++) vector[place] = random.NextSingle() - 0.5f;
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }

    public Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    public bool Once(int inSoMany) => random.Next(inSoMany) == 0;

    // Low numbers are drawn more often: about as in Zipf's law.
    private int Low(int count) => Math.Min(count - 1, (int)Math.Pow(count, random.NextDouble()));
}
