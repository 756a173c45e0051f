using Learning.Ranking.Recommenders;

namespace Learning.Ranking.Stacking;

/// <summary>Which recommender a set is served with: the one that finds most of what is hidden inside the training data.</summary>
public static class Gate
{
    private const int Depth = 10;

    /// <summary>The mean nDCG@10 of every recommender over the people of all trials.</summary>
    /// <param name="able">Who competes.</param>
    /// <param name="folds">The trials.</param>
    /// <param name="data">The training data, for traits and content.</param>
    /// <param name="withHistory">Whether people of whom something is known are judged, or the others.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Dictionary<string, double> Try(IReadOnlyList<IRecommender> able, IEnumerable<Fold> folds, TrainingData data, bool withHistory, CancellationToken cancellationToken)
    {
        var (sums, count) = (new double[able.Count], 0);
        foreach (var fold in folds)
        {
            var part = data with { Interactions = fold.Known };
            var people = Enumerable.Range(0, fold.Known.People).Where(person => !fold.Hidden.Of(person).IsEmpty && fold.Known.Of(person).IsEmpty != withHistory).ToList();
            if (people.Count == 0) continue;
            count += people.Count;
            for (var place = 0; place < able.Count; place++)
            {
                var lists = Listing.Of(able[place].Fit(part, cancellationToken), people, part.Person, fold.Known.Items, Depth, cancellationToken);
                for (var person = 0; person < people.Count; person++) sums[place] += Gain.Ndcg(lists[person], fold.Hidden.Of(people[person]));
            }
        }

        return Enumerable.Range(0, able.Count).ToDictionary(place => able[place].Name, place => count == 0 ? 0 : Math.Round(sums[place] / count, 4), StringComparer.Ordinal);
    }
}
