using Learning.Retraining.Fitting;

namespace Learning.Retraining;

/// <summary>Which kind of model suits the data, chosen inside the training data: fitted on the older lists, judged on the newest. The simpler one stays unless the other is better.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Scores">nDCG@10 of each kind.</param>
internal sealed record Choice(string Kind, IReadOnlyDictionary<string, double> Scores)
{
    public static Choice Of(TrainingSets sets, CancellationToken cancellationToken)
    {
        var rows = new TrainingRows(sets.Older);
        var newest = sets.Newest;
        if (rows.Lists.Count == 0 || newest.Count == 0)
        {
            return new Choice(Fitted.Kinds[0], new Dictionary<string, double>(StringComparer.Ordinal));
        }

        var scores = Fitted.Kinds.ToDictionary(kind => kind, kind => Judging.Ndcg(Fitted.Of(kind, rows, cancellationToken).Scorer(), newest).Average(), StringComparer.Ordinal);
        return new Choice(Fitted.Kinds.MaxBy(kind => scores[kind])!, scores);
    }
}
