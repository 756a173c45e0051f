using Learning.Ranking.Recommenders;

namespace Learning.Ranking.Stacking;

/// <summary>
/// What trials inside the training data say: how good every recommender is alone, how good a blend of them is, and how good trees
/// on top of the blend are. Blend and trees are judged on people whom they were not trained on.
/// </summary>
public sealed class Stack
{
    /// <summary>Name of the weighted sum.</summary>
    public const string BlendName = "blend";

    /// <summary>Name of the trained ranker.</summary>
    public const string RankerName = "ranker";

    private const int Parts = 3;

    private readonly IReadOnlyList<IRecommender> _able;
    private readonly Dictionary<string, Ranker> _rankers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _trials = new(StringComparer.Ordinal);

    private Stack(IReadOnlyList<IRecommender> able) => _able = able;

    /// <summary>What serves: the simplest that nothing beats by more than its chance.</summary>
    public string Chosen { get; private set; } = "";

    /// <summary>Mean nDCG@10 in the trials, by name.</summary>
    public IReadOnlyDictionary<string, double> Trials => _trials;

    /// <summary>The weights of the blend, by recommender.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; private set; } = new Dictionary<string, double>();

    /// <summary>What was learned over all the recommenders: the blend, and the ranker where there was enough to train it.</summary>
    public IEnumerable<IRecommender> Learned => _rankers.Select(learned => new StackedRecommender(learned.Key, _able, learned.Value));

    /// <summary>What serves, to be fitted to all the training data.</summary>
    public IRecommender Default => _rankers.TryGetValue(Chosen, out var ranker) ? new StackedRecommender(Chosen, _able, ranker) : _able.First(recommender => recommender.Name == Chosen);

    /// <summary>Learns from trials; null when there is nobody to try.</summary>
    /// <param name="able">Who competes.</param>
    /// <param name="folds">The trials.</param>
    /// <param name="data">The training data.</param>
    /// <param name="withHistory">Whether people of whom something is known are served, or the others.</param>
    /// <param name="seed">Draws who trains and who judges.</param>
    /// <param name="told">Told the number of each trial that is done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Stack? Learn(
        IReadOnlyList<IRecommender> able, IEnumerable<Fold> folds, TrainingData data, bool withHistory, int seed, Action<int>? told, CancellationToken cancellationToken)
    {
        var pages = Pages.Of(able, folds, data, withHistory, told, cancellationToken);
        if (pages.Count == 0) return null;
        var stack = new Stack(able);
        stack.Learn(pages, seed, cancellationToken);
        return stack;
    }

    private void Learn(List<Page> pages, int seed, CancellationToken cancellationToken)
    {
        var width = _able.Count + PageMaker.Extra.Count;
        var singles = _able.Select((_, voice) => Values(pages, page => Blend.Only(voice, _able.Count).Ndcg(page, width))).ToList();
        for (var voice = 0; voice < _able.Count; voice++) _trials[_able[voice].Name] = Math.Round(singles[voice].Average(), 4);
        var best = Enumerable.Range(0, _able.Count).MaxBy(voice => singles[voice].Average());
        var (chosen, values) = (_able[best].Name, singles[best]);

        var learner = new StackLearner(pages, _able.Count, width, seed, Parts);
        var blend = learner.TryBlend(cancellationToken);
        Keep(BlendName, new Ranker(learner.Blend, null, 0), blend);
        Weights = _able.Select((recommender, voice) => (recommender.Name, Weight: Math.Round(learner.Blend.Weights[voice], 3))).ToDictionary(pair => pair.Name, pair => pair.Weight, StringComparer.Ordinal);
        if (Gate.Beats(blend, values)) (chosen, values) = (BlendName, blend);
        if (learner.CanRank && learner.TryRanker(cancellationToken) is var (ranker, ranked))
        {
            Keep(RankerName, ranker, ranked);
            if (Gate.Beats(ranked, values)) chosen = RankerName;
        }

        Chosen = chosen;
    }

    private void Keep(string name, Ranker ranker, double[] values)
    {
        _rankers[name] = ranker;
        _trials[name] = Math.Round(values.Average(), 4);
    }

    private static double[] Values(List<Page> pages, Func<Page, double> value) => [.. pages.Select(value)];
}
