using Learning.Indexing;

namespace Learning.Retraining;

/// <summary>The lists of a training: logged ones, and before there are enough of them, replayed ones for each horizon before the cut.</summary>
public sealed class TrainingSets
{
    private readonly Replay _replay;
    private readonly DateTimeOffset _newest;

    private TrainingSets(Replay replay, IReadOnlyList<TrainingList> lists, DateTimeOffset newest)
    {
        (_replay, Lists, _newest) = (replay, lists, newest);
    }

    /// <summary>All lists, oldest first.</summary>
    public IReadOnlyList<TrainingList> Lists { get; }

    /// <summary>First moment of which there is a list.</summary>
    public DateTimeOffset From => Lists.Count == 0 ? _newest : Lists[0].At;

    /// <summary>The lists before the newest horizon, to fit on while choosing.</summary>
    public IReadOnlyList<TrainingList> Older => [.. Lists.Where(list => list.At < _newest)];

    /// <summary>Whole lists of the newest horizon before the cut, to choose by.</summary>
    public IReadOnlyList<TrainingList> Newest => _replay.At(_newest, whole: true);

    /// <summary>Makes the lists of which everything had happened by the cut.</summary>
    public static TrainingSets Of(TrainingData data, DateTimeOffset cut, Func<Guid, MaterialVector?> vectorOf, RetrainingOptions options)
    {
        var replay = new Replay(data, vectorOf, options);
        var newest = cut.AddDays(-options.HorizonDays);
        var logged = LoggedLists.Of(data, cut, options);
        var replayed = logged.Count >= options.LoggedEnough
            ? []
            : Enumerable.Range(0, options.Horizons).SelectMany(back => replay.At(newest.AddDays(-back * options.HorizonDays), whole: false));
        var lists = logged.Concat(replayed).GroupBy(list => list.Member)
            .SelectMany(own => own.OrderByDescending(list => list.IsReplayed ? 0 : 1).ThenByDescending(list => list.At).Take(options.ListsPerPerson))
            .OrderBy(list => list.At).ThenBy(list => list.Member);
        return new TrainingSets(replay, [.. lists], newest);
    }

    /// <summary>Whole lists as they would have been at the cut, with what was finished after it.</summary>
    public IReadOnlyList<TrainingList> Judged(DateTimeOffset cut) => _replay.At(cut, whole: true);
}
