using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Records.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Learning.Records;

/// <summary>What a member's records add up to. It is a function of the set of records: order and repetition of arrival change nothing.</summary>
public sealed class History
{
    private History(IReadOnlyList<LearningRecord> records, CatalogueSnapshot catalogue, IReadOnlyList<EarnedCredit>? earned)
    {
        Records = records;
        foreach (var record in records)
        {
            Apply(record, catalogue.ById.GetValueOrDefault(record.MaterialId)?.Lesson ?? record.MaterialId);
        }

        Earned = earned ?? Provable(catalogue);
    }

    /// <summary>The history of somebody who has done nothing.</summary>
    public static History Empty { get; } = new([], CatalogueSnapshot.Empty, []);

    /// <summary>The records, oldest first.</summary>
    public IReadOnlyList<LearningRecord> Records { get; }

    /// <summary>Materials studied to the end, with the time of the first time.</summary>
    public Dictionary<Guid, DateTimeOffset> Done { get; } = [];

    /// <summary>Lessons studied to the end; near-duplicates share a lesson.</summary>
    public HashSet<Guid> LessonsDone { get; } = [];

    /// <summary>Lessons with evidence (a recall passed, an attendance confirmed), with the time of the first evidence and the material.</summary>
    public Dictionary<Guid, (DateTimeOffset At, Guid Material)> Verified { get; } = [];

    /// <summary>Materials the person does not want; saving one takes the dismissal back.</summary>
    public HashSet<Guid> Dismissed { get; } = [];

    /// <summary>Materials kept for later.</summary>
    public HashSet<Guid> Saved { get; } = [];

    /// <summary>Credit that counts: what the ledger holds, or for records on paper what a ledger would hold.</summary>
    public IReadOnlyList<EarnedCredit> Earned { get; }

    /// <summary>Materials begun and not finished.</summary>
    public HashSet<Guid> Begun { get; } = [];

    /// <summary>Adds up records in any order.</summary>
    /// <param name="records">The records.</param>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="earned">What the ledger holds; null: what it would hold for these records.</param>
    public static History Of(IEnumerable<LearningRecord> records, CatalogueSnapshot catalogue, IReadOnlyList<EarnedCredit>? earned = null) =>
        new([.. records.DistinctBy(record => record.Id).OrderBy(record => record.At).ThenBy(record => record.Id)], catalogue, earned);

    /// <summary>Reads a member's history.</summary>
    public static async Task<History> ReadAsync(LearningDbContext db, Guid member, CatalogueSnapshot catalogue, CancellationToken cancellationToken) => Of(
        await db.Records.AsNoTracking().Where(record => record.MemberId == member).ToListAsync(cancellationToken),
        catalogue,
        await HoursLedger.EarnedAsync(db, member, cancellationToken));

    /// <summary>Credit hours between two days, by the day it was where the member lives. A topic is that of the material, or the one credit from elsewhere was given for.</summary>
    public decimal HoursEarned(CatalogueSnapshot catalogue, DateOnly first, DateOnly last, string? topic = null, string timeZone = LocalDay.Usual) => Earned
        .Where(credit => LocalDay.Of(credit.At, timeZone) is var day && day >= first && day <= last)
        .Where(credit => topic is null || credit.Topic == topic || (credit.Material is { } id && catalogue.ById.GetValueOrDefault(id)?.Topics.Contains(topic) == true))
        .Sum(credit => credit.Hours);

    private List<EarnedCredit> Provable(CatalogueSnapshot catalogue) =>
    [
        .. from evidence in Verified.Values
           let hours = catalogue.ById.GetValueOrDefault(evidence.Material)?.CreditHours ?? 0
           where hours > 0
           select new EarnedCredit(evidence.At, evidence.Material, null, hours),
    ];

    private void Apply(LearningRecord record, Guid lesson)
    {
        switch (record.Verb)
        {
            case Verb.Dismissed:
                Dismissed.Add(record.MaterialId);
                Saved.Remove(record.MaterialId);
                break;
            case Verb.Saved:
                Saved.Add(record.MaterialId);
                Dismissed.Remove(record.MaterialId);
                break;
            case Verb.Started when !Done.ContainsKey(record.MaterialId):
                Begun.Add(record.MaterialId);
                break;
            case Verb.Completed:
                Finish(record, lesson);
                break;
            case Verb.Recalled or Verb.Attended when record.Success == true:
                Finish(record, lesson);
                Verified.TryAdd(lesson, (record.At, record.MaterialId));
                break;
            default:
                break;
        }
    }

    private void Finish(LearningRecord record, Guid lesson)
    {
        Done.TryAdd(record.MaterialId, record.At);
        LessonsDone.Add(lesson);
        Begun.Remove(record.MaterialId);
        Saved.Remove(record.MaterialId);
    }
}
