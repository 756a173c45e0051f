using System.Numerics.Tensors;

namespace Learning.Members.Occupations;

/// <summary>The directions in which vectors are longest, by orthogonal iteration; the same vectors give the same directions.</summary>
internal static class PrincipalDirections
{
    private const int Rounds = 40;
    private const int Seed = 20220701;

    /// <summary>The first directions, one after the other, each of length 1.</summary>
    public static float[] Of(IReadOnlyList<float[]> vectors, int kept)
    {
        var size = vectors[0].Length;
        var spread = Spread(vectors, size);
        var random = new Random(Seed);
        var directions = Enumerable.Range(0, kept).Select(_ => Enumerable.Range(0, size).Select(_ => random.NextSingle() - 0.5f).ToArray()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            directions = [.. directions.Select(direction => Times(spread, direction, size))];
            MakeOrthogonal(directions);
        }

        return [.. directions.SelectMany(direction => direction)];
    }

    private static float[] Spread(IReadOnlyList<float[]> vectors, int size)
    {
        var spread = new float[size * size];
        foreach (var vector in vectors)
        {
            for (var row = 0; row < size; row++)
                TensorPrimitives.MultiplyAdd(vector, vector[row], spread.AsSpan(row * size, size), spread.AsSpan(row * size, size));
        }

        return spread;
    }

    private static float[] Times(float[] spread, float[] direction, int size)
    {
        var turned = new float[size];
        for (var row = 0; row < size; row++) turned[row] = TensorPrimitives.Dot(spread.AsSpan(row * size, size), direction);
        return turned;
    }

    private static void MakeOrthogonal(float[][] directions)
    {
        for (var at = 0; at < directions.Length; at++)
        {
            for (var before = 0; before < at; before++)
                TensorPrimitives.MultiplyAdd(directions[before], -TensorPrimitives.Dot(directions[before], directions[at]), directions[at], directions[at]);
            TensorPrimitives.Divide(directions[at], TensorPrimitives.Norm<float>(directions[at]), directions[at]);
        }
    }
}
