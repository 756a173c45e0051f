using Learning.Records;

namespace Learning.Seeding;

/// <summary>Writes a member's records, each marked synthetic.</summary>
internal sealed class SeedPen(Guid member, SeedDays days, Chance chance)
{
    private readonly List<LearningRecord> _records = [];

    public IReadOnlyList<LearningRecord> Records => _records;

    /// <summary>Something the member did.</summary>
    public void Write(Verb verb, SeedLesson lesson, DateTimeOffset at, double? score = null) =>
        Add(verb, lesson, at, score, score is null ? null : score >= RecordIntake.PassMark, null);

    /// <summary>That the member was there; without a coordinator's word it is kept and counts for nothing.</summary>
    public void Attended(SeedLesson lesson, DateTimeOffset at, bool confirmed) =>
        Add(Verb.Attended, lesson, at, null, confirmed, confirmed ? SeedIds.At(at, chance) : null);

    private void Add(Verb verb, SeedLesson lesson, DateTimeOffset at, double? score, bool? success, Guid? reportedBy)
    {
        at = new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        _records.Add(new LearningRecord
        {
            Id = SeedIds.At(at, chance),
            MemberId = member,
            Verb = verb,
            MaterialId = lesson.Id,
            At = at,
            StoredAt = Earlier(at.AddSeconds(Delay()), days.End),
            Score = score,
            Success = success,
            ReportedBy = reportedBy,
            Synthetic = true,
        });
    }

    // Most are sent at once; one in ten waits for the network.
    private int Delay() => chance.Happens(0.1) ? chance.Between(60, 4 * 3600) : chance.Between(0, 3);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
