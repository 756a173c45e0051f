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
    private const string NoHistory = ", no history";

    private readonly TrainingData _data = set.Training;
    private readonly List<ModelReport> _reports = [];

    /// <summary>Judges the models that are asked for, and <c>default</c> in any case.</summary>
    /// <param name="models"><c>default</c>, <c>all</c>, or names with commas.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public RecommendReport Run(string models, CancellationToken cancellationToken)
    {
        var people = Enumerable.Range(0, set.Test.People).Where(person => !set.Test.Of(person).IsEmpty).ToLookup(person => person < set.Train.People && !set.Train.Of(person).IsEmpty);
        var (known, unknown) = (people[true].ToList(), people[false].ToList());
        var asked = Asked(models);
        var (chosen, trials) = known.Count == 0 ? (null, []) : Choose(withHistory: true, cancellationToken);
        var (cold, coldTrials) = unknown.Count == 0 ? (null, []) : Choose(withHistory: false, cancellationToken);
        foreach (var (name, recommender) in asked.Prepend(("default", chosen)))
        {
            if (known.Count > 0 && recommender is not null) Judge(name, recommender, known, cancellationToken);
        }

        foreach (var (name, recommender) in asked.Where(asked => !asked.Recommender!.Needs.HasFlag(Needs.History)).Prepend(("default", cold)))
        {
            if (unknown.Count > 0 && recommender is not null) Judge(name + NoHistory, recommender, unknown, cancellationToken);
        }

        return new RecommendReport(set.Name, chosen?.Name ?? cold?.Name ?? "none", _reports)
        {
            ChosenWithoutHistory = cold?.Name ?? "none",
            Situation = System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(set.Situation.ToString()),
            Size = new SetSize(set.Train.People, set.Items.Count, set.Train.Count, set.Unwanted),
            Trials = trials.Concat(coldTrials.Select(trial => KeyValuePair.Create(trial.Key + NoHistory, trial.Value))).ToDictionary(StringComparer.Ordinal),
        };
    }

    private List<(string Name, IRecommender? Recommender)> Asked(string models)
    {
        var able = Lineup.Able(_data.Known).ToDictionary(recommender => recommender.Name, StringComparer.Ordinal);
        var names = models switch
        {
            "default" => [],
            "all" => able.Keys.ToArray(),
            _ => models.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(name => name != "default").Distinct(StringComparer.Ordinal).ToArray(),
        };
        return [.. names.Select(name => (name, (IRecommender?)able.GetValueOrDefault(name) ?? throw new BrokenRule(
            "model-unknown",
            $"There is no model {name} for the set {set.Name}.",
            $"Name default, all, or some of {string.Join(", ", able.Keys)}.")))];
    }

    private (IRecommender?, Dictionary<string, double>) Choose(bool withHistory, CancellationToken cancellationToken)
    {
        var able = Lineup.Able(_data.Known).Where(recommender => withHistory || !recommender.Needs.HasFlag(Needs.History)).ToList();
        var folds = withHistory ? Folds.OfHistories(set.Train, set.Situation, Seed) : Folds.OfPeople(set.Train, set.Situation, Seed);
        var trials = Gate.Try(able, folds, _data, withHistory, cancellationToken);
        return (able.MaxBy(recommender => trials[recommender.Name]), trials);
    }

    private void Judge(string name, IRecommender recommender, List<int> people, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var fitted = recommender.Fit(_data, cancellationToken);
        var fit = watch.Elapsed.TotalSeconds;
        watch.Restart();
        var lists = Listing.Of(fitted, people, _data.Person, set.Items.Count, ListQuality.Depth, cancellationToken);
        var quality = lists.Select((list, place) => ListQuality.Of(list, set.Test.Of(people[place]))).ToList();
        _reports.Add(Report(name, lists, quality, fit, watch.Elapsed.TotalSeconds));
        progress?.Report(new EvaluationProgress(name, _reports.Count, 0));
    }

    private ModelReport Report(string name, int[][] lists, List<ListQuality> quality, double fit, double judge)
    {
        var (low, high) = Bootstrap.Interval(quality.ConvertAll(list => list.Ndcg), Seed);
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
            NdcgLow = Math.Round(low, 4),
            NdcgHigh = Math.Round(high, 4),
            FitSeconds = Math.Round(fit, 2),
            JudgeSeconds = Math.Round(judge, 2),
            PeakMB = Math.Round(self.PeakWorkingSet64 / 1e6, 1),
        };
    }

    private static double Mean(List<ListQuality> quality, Func<ListQuality, double> measure) => Math.Round(quality.Average(measure), 4);
}
