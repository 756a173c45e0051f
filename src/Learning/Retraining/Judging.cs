using Learning.Evaluation;
using Learning.Ranking;
using Learning.Ranking.Scoring;

namespace Learning.Retraining;

/// <summary>How good a scorer is on lists it has not seen.</summary>
public static class Judging
{
    private const int Depth = 10;

    /// <summary>nDCG@10 of each list, in their order.</summary>
    public static double[] Ndcg(IScorer scorer, IReadOnlyList<TrainingList> lists) =>
        [.. lists.AsParallel().AsOrdered().Select(list => Ndcg(scorer, list))];

    /// <summary>The lines of a list that would be shown, first first.</summary>
    public static IReadOnlyList<int> Top(IScorer scorer, TrainingList list)
    {
        var width = FeatureSet.All.Count;
        var scores = new double[list.Lines];
        for (var line = 0; line < scores.Length; line++)
        {
            scores[line] = scorer.Score(list.Rows.AsSpan(line * width, width));
        }

        return [.. Enumerable.Range(0, scores.Length).OrderByDescending(line => scores[line]).ThenBy(line => line).Take(Depth)];
    }

    private static double Ndcg(IScorer scorer, TrainingList list)
    {
        // What was finished and is no line has a number of its own: the best list would have had it.
        var wanted = Enumerable.Range(0, list.Lines).Where(line => list.Finished[line])
            .Concat(Enumerable.Range(list.Lines, list.FinishedElsewhere)).ToDictionary(line => line, _ => 1);
        return RankMetrics.Ndcg(Top(scorer, list), wanted, Depth);
    }
}
