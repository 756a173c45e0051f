using Learning.Candidates;
using Learning.Tests.Drivers;

namespace Learning.Tests.Candidates;

public sealed class LearnerStatisticsTests
{
    private const string Courier = "4-10";
    private const string Truck = "4-02";

    [Fact]
    public void A_large_cohort_speaks_for_itself()
    {
        var statistics = Statistics((500, "25-34", Courier, ["头盔"]), (500, "45-54", Truck, ["盲区"]));

        Assert.InRange(statistics.CohortPopularity("25-34", Courier, Shelf.Id("头盔")), 0.9, 1);
        Assert.InRange(statistics.CohortPopularity("45-54", Truck, Shelf.Id("头盔")), 0, 0.1);
    }

    [Fact]
    public void A_small_cohort_is_shrunk_towards_the_whole()
    {
        var statistics = Statistics((1, "65-plus", "retired", ["太极"]), (999, "25-34", Courier, ["头盔"]));

        // One person out of one finished it; two pseudo-counts of 20 pull that down to where the many are.
        Assert.InRange(statistics.CohortPopularity("65-plus", "retired", Shelf.Id("太极")), 0.001, 0.2);
    }

    [Fact]
    public void Without_a_known_trait_it_is_the_popularity()
    {
        var statistics = Statistics((10, "25-34", Courier, ["头盔"]), (30, null, null, ["急救"]));

        Assert.Equal(0.25, statistics.Popularity(Shelf.Id("头盔")), 12);
        Assert.Equal(0.25, statistics.CohortPopularity(null, null, Shelf.Id("头盔")), 12);
    }

    [Fact]
    public void Shrinking_is_what_the_formula_says()
    {
        var statistics = Statistics((10, "25-34", null, ["头盔"]), (10, "45-54", null, []));

        // (10 + 20 · ½) / (10 + 20)
        Assert.Equal(2.0 / 3, statistics.CohortPopularity("25-34", null, Shelf.Id("头盔")), 12);
    }

    [Fact]
    public void Learned_together_is_a_shrunk_cosine_over_people()
    {
        var statistics = Statistics((40, null, null, ["急救", "复苏"]), (60, null, null, ["急救"]));

        var (material, similarity) = Assert.Single(statistics.LearnedWith(Shelf.Id("急救")));
        Assert.Equal(Shelf.Id("复苏"), material);
        Assert.Equal(40 / (Math.Sqrt(100 * 40) + 20), similarity, 12);
    }

    [Fact]
    public void What_met_only_through_a_third_is_learned_together_and_not_spoken_for()
    {
        var statistics = Statistics((300, null, null, ["急救", "复苏"]), (300, null, null, ["复苏", "担架"]), (100, null, null, ["急救", "复苏", "担架"]));

        Assert.Contains(statistics.LearnedWith(Shelf.Id("急救")), other => other.Material == Shelf.Id("担架"));
        var (material, weight) = Assert.Single(statistics.SpeaksFor(Shelf.Id("急救")));
        Assert.Equal(Shelf.Id("复苏"), material);
        Assert.InRange(weight, 0.1, 1);
    }

    [Fact]
    public void Nobody_has_done_anything_and_nothing_breaks()
    {
        Assert.Equal(0, LearnerStatistics.Empty.Popularity(Shelf.Id("头盔")));
        Assert.Equal(0, LearnerStatistics.Empty.CohortPopularity("25-34", Courier, Shelf.Id("头盔")));
        Assert.Empty(LearnerStatistics.Empty.LearnedWith(Shelf.Id("头盔")));
        Assert.Empty(LearnerStatistics.Empty.SpeaksFor(Shelf.Id("头盔")));
    }

    private static LearnerStatistics Statistics(params (int People, string? Age, string? Group, string[] Titles)[] cohorts) => LearnerStatistics.Of(
        [.. cohorts.SelectMany(cohort => Enumerable.Repeat(new Learner(cohort.Age, cohort.Group, [.. cohort.Titles.Select(Shelf.Id)]), cohort.People))]);
}
