using Learning.Ranking.Recommenders;

namespace Learning.Ranking.Stacking;

/// <summary>Asks a recommender for the lists of many people at once.</summary>
public static class Listing
{
    /// <summary>The lists, in the order of the people: full ranking over all items, without what the person did.</summary>
    /// <param name="fitted">The recommender.</param>
    /// <param name="people">Whom to ask for.</param>
    /// <param name="known">What is known of a person.</param>
    /// <param name="items">How many items there are.</param>
    /// <param name="most">Length of the lists.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static int[][] Of(IFittedRecommender fitted, IReadOnlyList<int> people, Func<int, Learned> known, int items, int most, CancellationToken cancellationToken)
    {
        var lists = new int[people.Count][];
        Parallel.For(0, people.Count, Workers.Options(cancellationToken), () => new float[items], (place, _, scores) =>
        {
            scores.AsSpan().Clear();
            var person = known(people[place]);
            fitted.Score(person, scores);
            lists[place] = TopItems.Of(scores, person.Items.Span, most);
            return scores;
        }, _ => { });
        return lists;
    }
}
