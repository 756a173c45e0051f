using Learning.Ranking.Recommenders;

namespace Learning.Tests.Ranking.Recommenders;

public sealed class EaseTests
{
    /// <summary>Three people over two items: both, both, the first only. G = [3 2; 2 2].</summary>
    private static readonly TrainingData Three = new(Interactions.Of(3, 2, [0, 0, 1, 1, 2], [0, 1, 0, 1, 0], null), Traits: null, Content: null);

    [Fact]
    public void Two_items_are_worked_out_by_hand()
    {
        // With λ = 1: G + λI = [4 2; 2 3], P = [3 −2; −2 4] / 8, B = −P / diag(P): B₀₁ = 2/4, B₁₀ = 2/3.
        var fitted = new Ease(new EaseOptions("ease", 1)).Fit(Three, TestContext.Current.CancellationToken);

        Assert.Equal([0, 0.5f], Scores(fitted, 0));
        Assert.Equal([2 / 3f, 0], Scores(fitted, 1));
    }

    [Fact]
    public void Dropout_asks_for_more_where_an_item_is_common()
    {
        // p = 0.5 adds the count once more: [7 2; 2 5], B₀₁ = 2/7, B₁₀ = 2/5.
        var fitted = new Ease(new EaseOptions("edlae", 1, Dropout: 0.5)).Fit(Three, TestContext.Current.CancellationToken);

        Assert.Equal(2 / 7f, Scores(fitted, 0)[1], 1e-6f);
        Assert.Equal(2 / 5f, Scores(fitted, 1)[0], 1e-6f);
    }

    [Fact]
    public void Neighbours_are_shrunk_cosines()
    {
        var fitted = new ItemKnn(neighbours: 10, shrink: 20).Fit(Three, TestContext.Current.CancellationToken);

        Assert.Equal((float)(2 / (Math.Sqrt(6) + 20)), Scores(fitted, 0)[1], 1e-7f);
    }

    private static float[] Scores(IFittedRecommender fitted, params int[] history)
    {
        var scores = new float[2];
        fitted.Score(new Learned(history, default, default), scores);
        return scores;
    }
}
