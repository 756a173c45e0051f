using Learning.Evaluation;

namespace Learning.Tests.Evaluation;

/// <summary>The definitions, against cases worked out by hand.</summary>
public sealed class RankMetricsTests
{
    private static readonly Dictionary<string, int> TwoWanted = new() { ["a"] = 1, ["b"] = 1 };

    [Fact]
    public void All_wanted_first_is_perfect()
    {
        Assert.Equal(1, RankMetrics.Ndcg(["a", "b", "x"], TwoWanted), 12);
        Assert.Equal(1, RankMetrics.Recall(["a", "b", "x"], TwoWanted), 12);
        Assert.Equal(1, RankMetrics.ReciprocalRank(["a", "b", "x"], TwoWanted), 12);
    }

    [Fact]
    public void A_place_further_down_counts_less()
    {
        // DCG = 1/log2(3) + 1/log2(5); the ideal is 1/log2(2) + 1/log2(3).
        var expected = ((1 / Math.Log2(3)) + (1 / Math.Log2(5))) / (1 + (1 / Math.Log2(3)));

        Assert.Equal(expected, RankMetrics.Ndcg(["x", "a", "y", "b"], TwoWanted), 12);
        Assert.Equal(0.5, RankMetrics.ReciprocalRank(["x", "a", "y", "b"], TwoWanted), 12);
    }

    [Fact]
    public void Only_the_first_ten_are_looked_at()
    {
        string[] late = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b"];

        Assert.Equal(0.5, RankMetrics.Recall(late, TwoWanted), 12);
        Assert.Equal(0.1, RankMetrics.ReciprocalRank(late, TwoWanted), 12);
        Assert.Equal(1 / Math.Log2(11) / (1 + (1 / Math.Log2(3))), RankMetrics.Ndcg(late, TwoWanted), 12);
    }

    [Fact]
    public void Nothing_wanted_found_is_nothing()
    {
        Assert.Equal(0, RankMetrics.Ndcg(["x"], TwoWanted));
        Assert.Equal(0, RankMetrics.Recall(["x"], TwoWanted));
        Assert.Equal(0, RankMetrics.ReciprocalRank(["x"], TwoWanted));
    }

    [Fact]
    public void Ranks_that_agree_correlate_and_ties_share_their_rank()
    {
        Assert.Equal(1, RankCorrelation.Spearman([0.1, 0.5, 0.9], [1, 2, 3]), 12);
        Assert.Equal(-1, RankCorrelation.Spearman([0.9, 0.5, 0.1], [1, 2, 3]), 12);
        // Ranks 1.5, 1.5, 3 against 1, 2, 3: covariance 1.5/√(1.5·2).
        Assert.Equal(1.5 / Math.Sqrt(1.5 * 2), RankCorrelation.Spearman([0.1, 0.1, 0.9], [1, 2, 3]), 12);
    }
}
