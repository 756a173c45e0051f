using Learning.Ranking;
using Learning.Records;

namespace Learning.Retraining;

/// <summary>A line of a list that chance filled, with all it chose among, and what became of it. Of such lines alone it is known what another ranker would have earned.</summary>
/// <param name="Member">To whom it was shown.</param>
/// <param name="Rows">Feature values of all that chance chose among, row after row, as they were logged.</param>
/// <param name="Taken">Which of them chance took.</param>
/// <param name="Finished">Whether the member finished it.</param>
public sealed record ChanceLine(Guid Member, float[] Rows, int Taken, bool Finished)
{
    private static readonly int Width = FeatureSet.All.Count;

    /// <summary>How many chance chose among.</summary>
    public int Count => Rows.Length / Width;

    /// <summary>Feature values of one of them.</summary>
    public ReadOnlySpan<float> Row(int place) => Rows.AsSpan(place * Width, Width);

    /// <summary>The lines that were shown after a moment; what was finished up to another counts. Of each person the first few, so that nobody speaks for all.</summary>
    /// <param name="data">The data.</param>
    /// <param name="after">Nothing from here on was trained on.</param>
    /// <param name="until">The end of the data.</param>
    /// <param name="ofOnePerson">Most lines of one person.</param>
    public static IReadOnlyList<ChanceLine> Of(TrainingData data, DateTimeOffset after, DateTimeOffset until, int ofOnePerson) =>
        [.. data.People.SelectMany(person => OfPerson(person, after, until).Take(ofOnePerson))];

    private static IEnumerable<ChanceLine> OfPerson(TrainingPerson person, DateTimeOffset after, DateTimeOffset until) =>
        from list in person.Lists.Where(list => list.At > after && list.At < until)
            // A list that is asked for twice on one day is the same throw of the dice.
            .DistinctBy(list => (list.Model, list.At.UtcDateTime.Date))
        let finished = person.FinishedBetween(list.At, until).ToHashSet()
        from item in list.Items
        let pool = item.Pool ?? []
        where pool.Count > 1
        let taken = pool.FindIndex(pooled => pooled.Material == item.Material)
        where taken >= 0
        select new ChanceLine(person.Member.Id, [.. pool.SelectMany(RowOf)], taken, finished.Contains(item.Material));

    private static IEnumerable<float> RowOf(PooledMaterial pooled) => FeatureSet.All.Select(feature => (float)pooled.Features.GetValueOrDefault(feature.Name));
}
