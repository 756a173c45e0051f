using Learning.Candidates;
using Learning.Members;
using Learning.Records;

namespace Learning.Retraining;

/// <summary>Somebody who lets the house learn from what they do.</summary>
/// <param name="Member">The member.</param>
/// <param name="Records">What they did, oldest first.</param>
/// <param name="Lists">Lists they were shown, oldest first, without those that words asked for.</param>
public sealed record TrainingPerson(Member Member, IReadOnlyList<LearningRecord> Records, IReadOnlyList<Impression> Lists)
{
    /// <summary>Id of the age band in a year; null when unknown.</summary>
    public string? AgeBandIn(int year) => AgeBand.Of(Member.AgeIn(year))?.Id;

    /// <summary>Occupation group; null when unknown.</summary>
    public string? OccupationGroup => Occupation.GroupOf(Member.OccupationCode);

    /// <summary>What the statistics knew of them at a moment.</summary>
    public Learner LearnerAt(DateTimeOffset at) => Learner.Of(Member.BirthYear, Member.OccupationCode, Acts, at);

    /// <summary>What was finished for the first time after a moment and up to another, in that order.</summary>
    public IEnumerable<Guid> FinishedBetween(DateTimeOffset after, DateTimeOffset until)
    {
        var seen = new HashSet<Guid>();
        foreach (var record in Records.Where(ActOf(record => record.Finishes)))
        {
            if (seen.Add(record.MaterialId) && record.At > after && record.At <= until)
            {
                yield return record.MaterialId;
            }
        }
    }

    private IEnumerable<Act> Acts => Records.Select(Of);

    private static Func<LearningRecord, bool> ActOf(Func<Act, bool> holds) => record => holds(Of(record));

    private static Act Of(LearningRecord record) => new(record.MaterialId, record.Verb, record.At, record.Success);
}
