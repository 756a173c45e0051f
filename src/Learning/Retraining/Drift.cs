using Learning.Ranking;
using Learning.Ranking.Models;
using Learning.Ranking.Scoring;
using Learning.Records;

namespace Learning.Retraining;

/// <summary>
/// Whether what is shown still looks like what the model was judged on: the population stability index of each feature's values,
/// Σ (p − q) ln (p / q) over ten bins. Above 0.25 the field calls it a shift.
/// </summary>
public static class Drift
{
    /// <summary>From this index on a feature has drifted.</summary>
    public const double Shift = 0.25;

    private const int Bins = 10;
    private const double Least = 1e-3;

    /// <summary>How the features of what the model would have shown were spread.</summary>
    public static IReadOnlyDictionary<string, FeatureSpread> Baseline(IScorer scorer, IReadOnlyList<TrainingList> lists)
    {
        var width = FeatureSet.All.Count;
        var shown = lists.SelectMany(list => Judging.Top(scorer, list).Select(line => list.Rows.AsMemory(line * width, width))).ToList();
        return FeatureSet.All.Select((feature, place) => (feature.Name, Spread: SpreadOf([.. shown.Select(row => (double)row.Span[place])])))
            .ToDictionary(pair => pair.Name, pair => pair.Spread, StringComparer.Ordinal);
    }

    /// <summary>The index of each feature over lists that were shown.</summary>
    public static IReadOnlyDictionary<string, double> Of(IReadOnlyDictionary<string, FeatureSpread> baseline, IEnumerable<Impression> lists)
    {
        var items = lists.SelectMany(list => list.Items).ToList();
        return baseline.ToDictionary(
            pair => pair.Key,
            pair => items.Count == 0 ? 0 : Index(pair.Value.Shares, Shares(pair.Value.Edges, [.. items.Select(item => item.Features.GetValueOrDefault(pair.Key))])),
            StringComparer.Ordinal);
    }

    private static FeatureSpread SpreadOf(double[] values)
    {
        Array.Sort(values);
        var edges = values.Length == 0 ? [] : Enumerable.Range(1, Bins - 1).Select(bin => values[values.Length * bin / Bins]).Distinct().ToList();
        return new FeatureSpread(edges, Shares(edges, values));
    }

    private static double[] Shares(IReadOnlyList<double> edges, double[] values)
    {
        var counts = new double[edges.Count + 1];
        foreach (var value in values)
        {
            counts[edges.TakeWhile(edge => value > edge).Count()]++;
        }

        return [.. counts.Select(count => count / Math.Max(1, values.Length))];
    }

    private static double Index(IReadOnlyList<double> before, double[] now) =>
        before.Zip(now, (p, q) => (Math.Max(Least, p) - Math.Max(Least, q)) * Math.Log(Math.Max(Least, p) / Math.Max(Least, q))).Sum();
}
