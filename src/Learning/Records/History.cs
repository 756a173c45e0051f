using Learning.Data;
using Learning.Materials;
using Microsoft.EntityFrameworkCore;

namespace Learning.Records;

/// <summary>What a member's records add up to. It is a function of the set of records: order and repetition of arrival change nothing.</summary>
public sealed class History
{
    private History(IReadOnlyList<LearningRecord> records, CatalogueSnapshot catalogue)
    {
        Records = records;
        foreach (var record in records)
        {
            Apply(record, catalogue.ById.GetValueOrDefault(record.MaterialId)?.Lesson ?? record.MaterialId);
        }
    }

    /// <summary>The history of somebody who has done nothing.</summary>
    public static History Empty { get; } = new([], CatalogueSnapshot.Empty);

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

    /// <summary>Adds up records in any order.</summary>
    public static History Of(IEnumerable<LearningRecord> records, CatalogueSnapshot catalogue) =>
        new([.. records.DistinctBy(record => record.Id).OrderBy(record => record.At).ThenBy(record => record.Id)], catalogue);

    /// <summary>Reads a member's history.</summary>
    public static async Task<History> ReadAsync(LearningDbContext db, Guid member, CatalogueSnapshot catalogue, CancellationToken cancellationToken) =>
        Of(await db.Records.AsNoTracking().Where(record => record.MemberId == member).ToListAsync(cancellationToken), catalogue);

    /// <summary>Credit hours with evidence between two days (UTC dates of the evidence), each lesson once.</summary>
    public decimal HoursEarned(CatalogueSnapshot catalogue, DateOnly first, DateOnly last, string? topic = null) => Verified.Values
        .Where(evidence => DateOnly.FromDateTime(evidence.At.UtcDateTime) is var day && day >= first && day <= last)
        .Select(evidence => catalogue.ById.GetValueOrDefault(evidence.Material))
        .Where(material => material is not null && (topic is null || material.Topics.Contains(topic)))
        .Sum(material => material!.CreditHours);

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
        Saved.Remove(record.MaterialId);
    }
}
