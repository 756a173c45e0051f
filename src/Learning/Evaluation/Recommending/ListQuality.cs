namespace Learning.Evaluation.Recommending;

/// <summary>What a list of one person was worth.</summary>
/// <param name="Ndcg"><see cref="RankMetrics.Ndcg"/>.</param>
/// <param name="Recall"><see cref="RankMetrics.Recall"/>.</param>
/// <param name="Precision"><see cref="RankMetrics.Precision"/>.</param>
/// <param name="Hit"><see cref="RankMetrics.Hit"/>.</param>
/// <param name="ReciprocalRank"><see cref="RankMetrics.ReciprocalRank"/>.</param>
public sealed record ListQuality(double Ndcg, double Recall, double Precision, double Hit, double ReciprocalRank)
{
    /// <summary>How long the lists are that are judged.</summary>
    public const int Depth = 10;

    /// <summary>Judges a list.</summary>
    /// <param name="list">The items, best first.</param>
    /// <param name="wanted">The items that should be in it.</param>
    public static ListQuality Of(int[] list, ReadOnlySpan<int> wanted)
    {
        var grades = new Dictionary<int, int>(wanted.Length);
        foreach (var item in wanted) grades[item] = 1;
        return new ListQuality(
            RankMetrics.Ndcg(list, grades, Depth), RankMetrics.Recall(list, grades, Depth), RankMetrics.Precision(list, grades, Depth),
            RankMetrics.Hit(list, grades, Depth), RankMetrics.ReciprocalRank(list, grades, Depth));
    }
}
