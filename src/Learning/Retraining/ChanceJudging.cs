using Learning.Algebra;
using Learning.Evaluation;
using Learning.Ranking;
using Learning.Ranking.Models;
using Learning.Ranking.Scoring;

namespace Learning.Retraining;

/// <summary>
/// What a ranker would have earned in the lines that chance filled, had it filled them: there, every material was as likely as the
/// others, so those that chance and ranker agree on speak for the ranker without the bias of what was shown before.
/// </summary>
public static class ChanceJudging
{
    /// <summary>Of fewer lines nothing is said: with twenty to choose among, chance agrees with a ranker in one of twenty.</summary>
    public const int FewestLines = 400;

    /// <summary>In fewer lines on which chance and a ranker agree, one person would say it all.</summary>
    private const double FewestAgreed = 10;

    /// <summary>Pulls what is expected towards the mean, in lines.</summary>
    private const double Ridge = 5;

    /// <summary>Compares two rankers; null where too little was left to chance.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="model">The new one.</param>
    /// <param name="serving">The one that serves.</param>
    public static ChanceScores? Compare(IReadOnlyList<ChanceLine> lines, IScorer model, IScorer serving)
    {
        if (lines.Count < FewestLines)
        {
            return null;
        }

        // What is expected of a line was learned from other people's.
        double[][] learned = [Learn(lines, half: 1), Learn(lines, half: 0)];
        var (own, others) = (Filled(lines, model, learned), Filled(lines, serving, learned));
        var difference = Counterfactual.Difference(own, others);
        return difference.EffectiveSize < FewestAgreed
            ? null
            : new ChanceScores(lines.Count, lines.Average(line => line.Finished ? 1.0 : 0), Score(own), Score(others), difference.Value, difference.StandardError);
    }

    private static ChanceScore Score(List<Shown> shown)
    {
        var (weighted, robust) = (Counterfactual.Snips(shown), Counterfactual.DoublyRobust(shown));
        return new ChanceScore(weighted.Value, weighted.StandardError, robust.Value, robust.StandardError, weighted.EffectiveSize);
    }

    private static List<Shown> Filled(IReadOnlyList<ChanceLine> lines, IScorer scorer, double[][] learned) => [.. lines.Select(line =>
    {
        var (best, weights) = (Best(line, scorer), learned[Half(line)]);
        return new Shown(1.0 / line.Count, best == line.Taken ? 1 : 0, line.Finished ? 1 : 0, Expected(weights, line.Row(line.Taken)), Expected(weights, line.Row(best)));
    })];

    private static int Best(ChanceLine line, IScorer scorer)
    {
        var (best, most) = (0, double.NegativeInfinity);
        for (var place = 0; place < line.Count; place++)
        {
            if (scorer.Score(line.Row(place)) is var score && score > most)
            {
                (best, most) = (place, score);
            }
        }

        return best;
    }

    // The last byte of an id is chance.
    private static int Half(ChanceLine line) => line.Member.ToByteArray()[^1] % 2;

    private static double Expected(double[] weights, ReadOnlySpan<float> row)
    {
        var sum = weights[^1];
        for (var place = 0; place < row.Length; place++)
        {
            sum += weights[place] * row[place];
        }

        return Math.Clamp(sum, 0, 1);
    }

    /// <summary>A ridge regression from the features to whether it was finished, the constant last.</summary>
    private static double[] Learn(IReadOnlyList<ChanceLine> lines, int half)
    {
        var size = FeatureSet.All.Count + 1;
        var (gram, right, row) = (new double[size * size], new double[size], new double[size]);
        foreach (var line in lines.Where(line => Half(line) == half))
        {
            for (var place = 0; place < size; place++)
            {
                row[place] = place < size - 1 ? line.Row(line.Taken)[place] : 1;
            }

            for (var left = 0; left < size; left++)
            {
                right[left] += line.Finished ? row[left] : 0;
                for (var other = 0; other < size; other++)
                {
                    gram[(left * size) + other] += row[left] * row[other];
                }
            }
        }

        for (var place = 0; place < size; place++)
        {
            gram[(place * size) + place] += place < size - 1 ? Ridge : 1e-6;
        }

        Cholesky.Solve(gram, size, right, 1);
        return right;
    }
}
