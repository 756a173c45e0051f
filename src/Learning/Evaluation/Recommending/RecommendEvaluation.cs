using System.Diagnostics;
using Learning.Ranking.Recommenders;
using Learning.Ranking.Stacking;

namespace Learning.Evaluation.Recommending;

/// <summary>
/// Judges recommenders on a set: all items are ranked for everybody in the test, without what the person has in train. Settings
/// and the choice come from trials inside the training data.
/// </summary>
public sealed class RecommendEvaluation(RecommendSet set, IProgress<EvaluationProgress>? progress)
{
    private const int Seed = 20_260_101;
    private const string Default = "default";
    private const string Off = "off";
    private const string NoHistory = ", no history";
    private const string Nobody = "none";

    private readonly TrainingData _data = set.Training;
    private readonly List<ModelReport> _reports = [];
    private readonly Groups _groups = new(set.TraitColumns);
    private readonly ListVariety _variety = new(set.Training);
    private double[] _default = [];
    private double[] _popularity = [];

    /// <summary>Judges the models that are asked for, and <c>default</c> in any case.</summary>
    /// <param name="models"><c>default</c>, <c>all</c>, or names with commas.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public RecommendReport Run(string models, CancellationToken cancellationToken)
    {
        var people = Enumerable.Range(0, set.Test.People).Where(person => !set.Test.Of(person).IsEmpty).ToLookup(person => !set.Train.Of(person).IsEmpty);
        var (known, unknown) = (people[true].ToList(), people[false].ToList());
        var asked = Asked(models);
        var stack = known.Count == 0 ? null : Serve(asked, known, withHistory: true, cancellationToken);
        var cold = unknown.Count == 0 ? null : Serve(asked, unknown, withHistory: false, cancellationToken);
        var (forKnown, forUnknown) = (Chosen(stack, known), Chosen(cold, unknown));
        return new RecommendReport(set.Name, forKnown == Nobody ? forUnknown : forKnown, _reports)
        {
            ChosenWithoutHistory = forUnknown,
            Situation = System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(set.Holdout.Situation.ToString()),
            Size = new SetSize(set.Train.People, set.Items.Count, set.Train.Count, set.Unwanted),
            TooWide = Lineup.Competing.Concat(Lineup.References).TooWide(_data),
            Trials = Both(stack?.Trials, cold?.Trials),
            Weights = Both(stack?.Weights, cold?.Weights),
        };
    }

    /// <summary>Where nothing could be tried the simplest serves.</summary>
    private static string Chosen(Stack? stack, List<int> people) => people.Count == 0 ? Nobody : stack?.Chosen ?? Lineup.Competing[0].Name;

    private static Dictionary<string, double> Both(IReadOnlyDictionary<string, double>? known, IReadOnlyDictionary<string, double>? unknown) =>
        (known ?? new Dictionary<string, double>()).Concat((unknown ?? new Dictionary<string, double>()).Select(pair => KeyValuePair.Create(pair.Key + NoHistory, pair.Value)))
            .ToDictionary(StringComparer.Ordinal);

    private IReadOnlyList<IRecommender> Newcomers => set.Holdout.Situation == Situation.AfterADay ? [] : Lineup.ForNewcomers;

    private string[] Asked(string models)
    {
        string[] able = [.. Lineup.Competing.Concat(Newcomers).Concat(Lineup.References).Able(_data).Select(recommender => recommender.Name), Stack.BlendName, Stack.RankerName];
        if (models is "all") return able;
        string[] names = [.. models.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(name => name != Default)];
        return names.FirstOrDefault(name => !able.Contains(name, StringComparer.Ordinal)) is not { } unknown ? names : throw new BrokenRule(
            "model-unknown",
            $"There is no model {unknown} for the set {set.Name}.",
            $"Name default, all, or some of {string.Join(", ", able)}.");
    }

    /// <summary>Finds out what would serve these people, and judges it and the models that are asked for.</summary>
    private Stack? Serve(string[] asked, List<int> people, bool withHistory, CancellationToken cancellationToken)
    {
        bool Fits(IRecommender recommender) => withHistory || !recommender.Needs.HasFlag(Needs.History);
        IReadOnlyList<IRecommender> competing = withHistory ? Lineup.Competing : [.. Lineup.Competing, .. Newcomers];
        var able = competing.Able(_data).Where(Fits).ToList();
        var watch = Stopwatch.StartNew();
        var stack = Tried(able, withHistory, cancellationToken);

        // Of people with one record each nothing can be hidden: then those compete who need no history.
        if (stack is null && withHistory) stack = Tried([.. able.Where(one => !one.Needs.HasFlag(Needs.History))], withHistory: false, cancellationToken);
        _popularity = Values(Quality(Lists(Lineup.Competing[0].Fit(_data, cancellationToken), people, cancellationToken), people));
        Judge(Default, stack?.Default ?? Lineup.Competing[0], people, withHistory, watch.Elapsed.TotalSeconds, cancellationToken);
        Judge(Off, Impersonal(able, stack), people, withHistory, 0, cancellationToken);
        foreach (var recommender in competing.Concat(Lineup.References).Able(_data).Where(Fits).Concat(stack?.Learned ?? []).Where(one => asked.Contains(one.Name, StringComparer.Ordinal)))
            Judge(recommender.Name, recommender, people, withHistory, 0, cancellationToken);
        return stack;
    }

    /// <summary>What serves with personalisation off: the best in the trials of those that look at nothing of the person.</summary>
    private static IRecommender Impersonal(List<IRecommender> able, Stack? stack) =>
        able.Where(one => (one.Needs & ~Needs.Times) == Needs.Nothing).MaxBy(one => stack?.Trials.GetValueOrDefault(one.Name) ?? 0)!;

    private Stack? Tried(List<IRecommender> able, bool withHistory, CancellationToken cancellationToken)
    {
        var folds = withHistory ? Folds.OfHistories(set.Train, set.Holdout, Seed) : Folds.OfPeople(set.Train, set.Holdout, Seed);
        var step = withHistory ? "trial" : "trial" + NoHistory;
        return Stack.Learn(able, folds, _data, withHistory, Seed, trial => progress?.Report(new EvaluationProgress(step, trial, Folds.Count(set.Train))), cancellationToken);
    }

    private void Judge(string name, IRecommender recommender, List<int> people, bool withHistory, double before, CancellationToken cancellationToken)
    {
        if (!withHistory) name += NoHistory;
        var watch = Stopwatch.StartNew();
        var fitted = recommender.Fit(_data, cancellationToken);
        var fit = before + watch.Elapsed.TotalSeconds;
        watch.Restart();
        var lists = Lists(fitted, people, cancellationToken);
        var quality = Quality(lists, people);
        _reports.Add(Report(name, lists, people, quality, fit, watch.Elapsed.TotalSeconds));
        progress?.Report(new EvaluationProgress(name, _reports.Count, 0));
    }

    private int[][] Lists(IFittedRecommender fitted, List<int> people, CancellationToken cancellationToken) =>
        Listing.Of(fitted, people, _data.Person, set.Items.Count, ListQuality.Depth, cancellationToken);

    private List<ListQuality> Quality(int[][] lists, List<int> people) =>
        [.. lists.Select((list, place) => ListQuality.Of(list, set.Test.Of(people[place])))];

    private static double[] Values(List<ListQuality> quality) => [.. quality.Select(list => list.Ndcg)];

    private ModelReport Report(string name, int[][] lists, List<int> people, List<ListQuality> quality, double fit, double judge)
    {
        var values = Values(quality);
        var (low, high) = Bootstrap.Interval(values, Seed);
        var isDefault = name.StartsWith(Default, StringComparison.Ordinal);
        if (isDefault) _default = values;
        using var self = Process.GetCurrentProcess();
        return new ModelReport
        {
            Name = name,
            People = quality.Count,
            Ndcg = Mean(quality, list => list.Ndcg),
            Recall = Mean(quality, list => list.Recall),
            Precision = Mean(quality, list => list.Precision),
            Hit = Mean(quality, list => list.Hit),
            ReciprocalRank = Mean(quality, list => list.ReciprocalRank),
            Coverage = Math.Round((double)lists.SelectMany(list => list).Distinct().Count() / set.Items.Count, 4),
            Novelty = _variety.Novelty(lists),
            Diversity = _variety.Diversity(lists),
            NdcgLow = Math.Round(low, 4),
            NdcgHigh = Math.Round(high, 4),
            FitSeconds = Math.Round(fit, 2),
            JudgeSeconds = Math.Round(judge, 2),
            PeakMB = Math.Round(self.PeakWorkingSet64 / 1e6, 1),
            AgainstDefault = isDefault ? null : Paired.Of(values, _default, Seed),
            AgainstPopularity = Paired.Of(values, _popularity, Seed),
            Groups = _groups.Of(people, quality),
        };
    }

    private static double Mean(List<ListQuality> quality, Func<ListQuality, double> measure) => Math.Round(quality.Average(measure), 4);
}
