using Learning.Ranking.Recommenders;

namespace Learning.Ranking.Stacking;

/// <summary>The recommenders that compete, with the same settings on every set.</summary>
public static class Lineup
{
    /// <summary>Those who compete for serving, simple ones first.</summary>
    public static IReadOnlyList<IRecommender> Competing { get; } =
    [
        new Popularity(),
        new RecentPopularity(0.02),
        new RecentPopularity(0.05),
        new RecentPopularity(0.3),
        new CohortPopularity(),
        new TraitRegression(),
        new TraitRegression(halfLife: 0.1),
        new ItemKnn(),
        new Ease(new EaseOptions("edlae-short", 200, Dropout: 0.33, LongHistoryPower: 0.5)),
        new Ease(new EaseOptions("edlae-sittings", 200, Dropout: 0.33, LongHistoryPower: 0.5, Sittings: true)),
        new ImplicitAls(),
        new Transitions(),
        new Season(),
        new Content(),
    ];

    /// <summary>Those who are judged beside them, as the literature has them.</summary>
    public static IReadOnlyList<IRecommender> References { get; } =
    [
        new Ease(new EaseOptions("ease", 300)),
        new Ease(new EaseOptions("edlae", 200, Dropout: 0.33)),
    ];

    /// <summary>Those who can be asked where so much is known.</summary>
    public static IEnumerable<IRecommender> Able(this IEnumerable<IRecommender> recommenders, Needs known) =>
        recommenders.Where(recommender => (recommender.Needs & ~known) == Needs.Nothing);
}
