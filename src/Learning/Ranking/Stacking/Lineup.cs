using System.Globalization;
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
        new Content(),
    ];

    /// <summary>Who competes besides for people of whom nothing but traits is known. After a day fading shares say more, and trials see no gain.</summary>
    public static IReadOnlyList<IRecommender> ForNewcomers { get; } = [new TraitRegression(rank: 3)];

    /// <summary>Those who are judged beside them, as the literature has them.</summary>
    public static IReadOnlyList<IRecommender> References { get; } =
    [
        new Ease(new EaseOptions("ease", 300)),
        new Ease(new EaseOptions("edlae", 200, Dropout: 0.33)),
    ];

    /// <summary>Those who can be asked: who needs no more than is known, and whose matrix fits.</summary>
    /// <param name="recommenders">All of them.</param>
    /// <param name="data">What is known.</param>
    public static IEnumerable<IRecommender> Able(this IEnumerable<IRecommender> recommenders, TrainingData data) =>
        recommenders.Where(recommender => (recommender.Needs & ~data.Known) == Needs.Nothing && !IsTooWide(recommender, data));

    /// <summary>Those who could be asked if there were fewer items, each with the reason.</summary>
    /// <inheritdoc cref="Able" path="/param" />
    public static IReadOnlyDictionary<string, string> TooWide(this IEnumerable<IRecommender> recommenders, TrainingData data) =>
        recommenders.Where(recommender => (recommender.Needs & ~data.Known) == Needs.Nothing && IsTooWide(recommender, data)).ToDictionary(
            recommender => recommender.Name,
            recommender => string.Create(CultureInfo.InvariantCulture, $"a dense matrix of {data.Interactions.Items:N0} items would not fit a small machine (up to {((Ease)recommender).MostItems:N0} do); item-knn, which is sparse, and ials, which is factored, compete without it"),
            StringComparer.Ordinal);

    private static bool IsTooWide(IRecommender recommender, TrainingData data) => recommender is Ease ease && data.Interactions.Items > ease.MostItems;
}
