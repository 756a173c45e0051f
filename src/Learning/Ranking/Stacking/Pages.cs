using Learning.Ranking.Recommenders;

namespace Learning.Ranking.Stacking;

/// <summary>Makes the pages of all trials: in each, the recommenders are fitted without what is hidden, so that no feature has seen its label.</summary>
internal static class Pages
{
    /// <summary>How many candidates each recommender names.</summary>
    public const int Each = 40;

    /// <summary>More people per trial say nothing new.</summary>
    private const int MostPeople = 3_000;

    /// <summary>The pages, trial after trial.</summary>
    /// <param name="able">Who speaks.</param>
    /// <param name="folds">The trials.</param>
    /// <param name="data">The training data, for traits and content.</param>
    /// <param name="withHistory">Whether people of whom something is known are judged, or the others.</param>
    /// <param name="told">Told the number of each trial that is done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static List<Page> Of(
        IReadOnlyList<IRecommender> able, IEnumerable<Fold> folds, TrainingData data, bool withHistory, Action<int>? told, CancellationToken cancellationToken)
    {
        var (pages, names, trial) = (new List<Page>(), able.Select(recommender => recommender.Name).ToList(), 0);
        foreach (var fold in folds)
        {
            var part = data with { Interactions = fold.Known };
            var people = Enumerable.Range(0, fold.Known.People).Where(person => !fold.Hidden.Of(person).IsEmpty && fold.Known.Of(person).IsEmpty != withHistory).ToArray();
            if (people.Length > MostPeople)
            {
                new Random(trial).Shuffle(people);
                people = [.. people[..MostPeople].Order()];
            }

            if (people.Length > 0)
            {
                var maker = new PageMaker([.. able.Select(recommender => recommender.Fit(part, cancellationToken))], names, fold.Known.Counts(), Each);
                pages.AddRange(Of(maker, people, part, fold.Hidden, cancellationToken));
            }

            told?.Invoke(++trial);
        }

        return pages;
    }

    private static Page[] Of(PageMaker maker, int[] people, TrainingData part, Interactions hidden, CancellationToken cancellationToken)
    {
        var (pages, items) = (new Page[people.Length], part.Interactions.Items);
        Parallel.For(0, people.Length, Workers.Options(cancellationToken), () => new float[maker.Voices * items], (place, _, scores) =>
        {
            var person = part.Person(people[place]);
            maker.Ask(person, items, scores);
            var candidates = maker.Candidates(person, items, scores);
            var wanted = new HashSet<int>(hidden.Of(people[place]).ToArray());
            pages[place] = new Page(people[place], candidates, maker.Features(person, items, scores, candidates), Array.ConvertAll(candidates, wanted.Contains), wanted.Count);
            return scores;
        }, _ => { });
        return pages;
    }
}
