using Learning.Ranking.Stacking;

namespace Learning.Tests.Ranking.Stacking;

public sealed class GateTests
{
    [Fact]
    public void Better_for_everybody_is_better() => Assert.True(Gate.Beats([0.2, 0.4, 0.6], [0.1, 0.3, 0.5]));

    [Fact]
    public void As_good_is_not_better() => Assert.False(Gate.Beats([0.2, 0.4], [0.2, 0.4]));

    [Fact]
    public void A_gain_that_chance_explains_is_none() => Assert.False(Gate.Beats([1, 0, 1, 0], [0, 1, 0, 0.9]));

    [Fact]
    public void Nobody_judged_decides_nothing() => Assert.False(Gate.Beats([], []));

    [Fact]
    public void A_page_is_worth_what_its_first_ten_are_worth()
    {
        // Twelve candidates, two of three hidden ones among them: at places 2 and 12.
        var wanted = new bool[12];
        wanted[1] = wanted[11] = true;
        var page = new Page(0, [.. Enumerable.Range(0, 12)], [], wanted, Hidden: 3);
        float[] scores = [.. Enumerable.Range(0, 12).Select(place => (float)-place)];

        Assert.Equal(1 / Math.Log2(3) / (1 + (1 / Math.Log2(3)) + 0.5), page.Ndcg(scores), 12);
    }
}
