using Learning.Data;
using Learning.Materials;
using Learning.Records.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Learning.Records;

/// <summary>Takes records in: each item answered for itself, nothing kept twice, nothing overwritten.</summary>
public sealed class RecordIntake(LearningDbContext db, HoursLedger ledger, TimeProvider time)
{
    /// <summary>Share of right answers that passes a recall.</summary>
    public const double PassMark = 0.6;

    /// <summary>Most records in one call.</summary>
    public const int MostAtOnce = 1000;

    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(10);

    /// <summary>Keeps the good ones of a list. The caller has checked that who reports may speak for each member.</summary>
    /// <param name="submissions">What is reported, at most <see cref="MostAtOnce"/>.</param>
    /// <param name="reportedBy">The coordinator who reports; null when the member does.</param>
    /// <param name="cancellationToken">Stops it; then nothing is kept.</param>
    /// <returns>One outcome per submission, in their order.</returns>
    public async Task<IReadOnlyList<RecordOutcome>> TakeAsync(IReadOnlyList<RecordSubmission> submissions, Guid? reportedBy, CancellationToken cancellationToken)
    {
        try
        {
            return await TryTakeAsync(submissions, reportedBy, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same list arrived twice at the same moment; by now the other one is stored and this one repeats it.
            db.ChangeTracker.Clear();
            return await TryTakeAsync(submissions, reportedBy, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<RecordOutcome>> TryTakeAsync(IReadOnlyList<RecordSubmission> submissions, Guid? reportedBy, CancellationToken cancellationToken)
    {
        // Writers take turns from the first read on: what was booked meanwhile is seen, not guessed.
        await using var turn = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var ids = submissions.Select(submission => submission.Id).ToList();
        var known = await db.Records.AsNoTracking().Where(record => ids.Contains(record.Id)).ToDictionaryAsync(record => record.Id, cancellationToken);
        var materialIds = submissions.Select(submission => submission.Material).Distinct().ToList();
        var questions = await db.Materials.AsNoTracking().Where(material => materialIds.Contains(material.Id))
            .ToDictionaryAsync(material => material.Id, material => new Asked(material.Questions, material.Lesson, material.CreditHours), cancellationToken);
        var memberIds = submissions.Select(submission => submission.Member).Distinct().ToList();
        var members = await db.Members.Where(member => memberIds.Contains(member.Id)).Select(member => member.Id).ToHashSetAsync(cancellationToken);

        var outcomes = new List<RecordOutcome>(submissions.Count);
        foreach (var submission in submissions)
        {
            var outcome = Judge(submission, known, questions, members, reportedBy);
            if (outcome.Status == RecordStatus.Created)
            {
                known.Add(submission.Id, outcome.Record!);
                db.Records.Add(outcome.Record!);
            }

            outcomes.Add(outcome);
        }

        await ledger.BookAsync([.. outcomes.Select(outcome => Evidence(outcome, questions)).OfType<HoursEvidence>()], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (turn is not null)
        {
            await turn.CommitAsync(cancellationToken);
        }

        return outcomes;
    }

    /// <summary>What of a new record brings hours: a recall that was passed here, an attendance that a coordinator reported.</summary>
    private static HoursEvidence? Evidence(RecordOutcome outcome, Dictionary<Guid, Asked> materials) =>
        outcome is { Status: RecordStatus.Created, Record: { Success: true, Verb: Verb.Recalled or Verb.Attended } record } && materials[record.MaterialId] is var material
            ? new HoursEvidence(record.Id, record.MemberId, record.Verb == Verb.Recalled ? HoursKind.RecallPassed : HoursKind.AttendanceConfirmed, record.At)
            {
                Lesson = material.Lesson, Material = record.MaterialId, Record = record.Id, Hours = material.CreditHours, By = record.ReportedBy,
            }
            : null;

    private RecordOutcome Judge(
        RecordSubmission submission,
        Dictionary<Guid, LearningRecord> known,
        Dictionary<Guid, Asked> questions,
        HashSet<Guid> members,
        Guid? reportedBy)
    {
        if (submission.Id == Guid.Empty)
        {
            return Failed(submission, "record-id-empty", "The id is all zeros.", "id", "Give every record its own new UUID.");
        }

        if (known.TryGetValue(submission.Id, out var before))
        {
            return IsSame(before, submission)
                ? new RecordOutcome(submission.Id, RecordStatus.Unchanged, null, before)
                : Failed(submission, "record-id-taken", "Another record has this id already.", "id", "Give every record its own new UUID, and repeat a record only word for word.");
        }

        if (!questions.TryGetValue(submission.Material, out var asked))
        {
            return Failed(submission, "material-unknown", $"There is no material {submission.Material}.", "material", "Use an id from GET /materials.");
        }

        if (!members.Contains(submission.Member))
        {
            return Failed(submission, "member-unknown", $"There is no member {submission.Member}.", "member", "Leave member out to report for yourself.");
        }

        if (submission.At > time.GetUtcNow() + ClockSkew || submission.At < Earliest)
        {
            return Failed(submission, "record-time-invalid", $"{submission.At:O} is not between 2000 and now.", "at", "Send when it happened, as UTC with offset; check the clock of the phone.");
        }

        return Graded(submission, asked.Questions, reportedBy);
    }

    private RecordOutcome Graded(RecordSubmission submission, List<RecallQuestion> asked, Guid? reportedBy)
    {
        var score = submission.Score;
        bool? success = submission.Verb == Verb.Attended ? reportedBy is not null : null;
        if (submission.Verb == Verb.Recalled && submission.Answers is { } answers)
        {
            if (asked.Count == 0 || answers.Count != asked.Count)
            {
                return Failed(submission, "recall-answers-count", $"{answers.Count} answers were sent; the material asks {asked.Count} questions.", "result.answers", "Send one answer per question, in the order of the material's questions; an empty text for none.");
            }

            score = (double)asked.Zip(answers).Count(pair => pair.First.Answer == pair.Second) / asked.Count;
            success = score >= PassMark;
        }
        else if (submission.Verb == Verb.Recalled && score is null)
        {
            return Failed(submission, "recall-result-missing", "A recall came without its answers.", "result", "Send result.answers, one per question of the material.");
        }

        if (score is < 0 or > 1 or double.NaN)
        {
            return Failed(submission, "recall-score-invalid", $"The score {score} is not between 0 and 1.", "result.score", "Send the share of right answers, 0 to 1.");
        }

        return new RecordOutcome(submission.Id, RecordStatus.Created, null, new LearningRecord
        {
            Id = submission.Id,
            MemberId = submission.Member,
            Verb = submission.Verb,
            MaterialId = submission.Material,
            At = submission.At.ToUniversalTime(),
            StoredAt = time.GetUtcNow(),
            Score = score,
            Success = success,
            ImpressionId = submission.Impression,
            ReportedBy = reportedBy,
        });
    }

    private static bool IsSame(LearningRecord record, RecordSubmission submission) =>
        record.MemberId == submission.Member && record.Verb == submission.Verb && record.MaterialId == submission.Material
        && record.At == submission.At;

    private sealed record Asked(List<RecallQuestion> Questions, Guid Lesson, decimal CreditHours);

    private static RecordOutcome Failed(RecordSubmission submission, string rule, string detail, string where, string hint) =>
        new(submission.Id, RecordStatus.Failed, new Problem(rule, detail, where, hint), null);
}
