using System.Text.Json.Serialization;

namespace Learning.Evaluation.Recommending;

/// <summary>Two models on the same people.</summary>
/// <param name="Difference">Mean difference of nDCG@10; above zero this model is better than the other.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Probability">How often as large a difference would come about if both were equally good: signs are drawn by lot (Fisher 1935).</param>
public sealed record Paired(
    [property: JsonPropertyName("difference")] double Difference,
    [property: JsonPropertyName("low")] double Low,
    [property: JsonPropertyName("high")] double High,
    [property: JsonPropertyName("p")] double Probability)
{
    private const int Draws = 1_000;

    /// <summary>Compares values person by person.</summary>
    /// <param name="own">This model's.</param>
    /// <param name="others">The other model's, in the same order.</param>
    /// <param name="seed">Draws people and signs.</param>
    public static Paired Of(IReadOnlyList<double> own, IReadOnlyList<double> others, int seed)
    {
        double[] differences = [.. own.Zip(others, (mine, other) => mine - other)];
        var (mean, random, asLarge) = (differences.Length == 0 ? 0 : differences.Average(), new Random(seed), 0);
        for (var draw = 0; draw < Draws; draw++)
        {
            var sum = 0.0;
            foreach (var difference in differences) sum += random.Next(2) == 0 ? difference : -difference;
            if (Math.Abs(sum) >= Math.Abs(mean * differences.Length) - 1e-12) asLarge++;
        }

        var (low, high) = Bootstrap.Interval(differences, seed);
        return new Paired(Math.Round(mean, 4), Math.Round(low, 4), Math.Round(high, 4), Math.Round((asLarge + 1.0) / (Draws + 1), 4));
    }
}
