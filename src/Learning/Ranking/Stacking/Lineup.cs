using Learning.Ranking.Recommenders;

namespace Learning.Ranking.Stacking;

/// <summary>The recommenders that compete, with the same settings on every set.</summary>
public static class Lineup
{
    /// <summary>Everybody, simple ones first.</summary>
    public static IReadOnlyList<IRecommender> All { get; } =
    [
        new Popularity(),
        new RecentPopularity(0.05),
        new RecentPopularity(0.3),
        new CohortPopularity(),
        new TraitRegression(),
        new TraitRegression(halfLife: 0.3),
        new ItemKnn(),
        new Ease(new EaseOptions("ease", 300)),
        new Ease(new EaseOptions("edlae", 200, Dropout: 0.33)),
        new Ease(new EaseOptions("edlae-short", 200, Dropout: 0.33, LongHistoryPower: 0.5)),
    ];

    /// <summary>Those who can be asked where so much is known.</summary>
    public static IEnumerable<IRecommender> Able(Needs known) => All.Where(recommender => (recommender.Needs & ~known) == Needs.Nothing);
}
