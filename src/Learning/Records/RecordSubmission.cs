namespace Learning.Records;

/// <summary>A learning record as somebody reports it.</summary>
/// <param name="Id">Chosen by who reports; the same id counts once.</param>
/// <param name="Member">Who learned.</param>
/// <param name="Verb">What was done.</param>
/// <param name="Material">With which material.</param>
/// <param name="At">When it happened.</param>
/// <param name="Answers">Answers to the material's recall questions, in their order; graded here, never by who reports.</param>
/// <param name="Score">Score told by the app where there are no questions to grade, 0–1. It is kept, and is no evidence.</param>
/// <param name="Impression">The list in which the material was shown.</param>
public sealed record RecordSubmission(
    Guid Id, Guid Member, Verb Verb, Guid Material, DateTimeOffset At, IReadOnlyList<string>? Answers, double? Score, Guid? Impression);

/// <summary>What became of a reported record.</summary>
/// <param name="Id">The record.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Problem">Why it failed; null when it did not.</param>
/// <param name="Record">As it is kept; null when it failed.</param>
public sealed record RecordOutcome(Guid Id, RecordStatus Status, Problem? Problem, LearningRecord? Record);

/// <summary>What can become of a reported record.</summary>
public enum RecordStatus
{
    /// <summary>New, and kept.</summary>
    Created,

    /// <summary>Known already; nothing changed.</summary>
    Unchanged,

    /// <summary>Not kept; the problem says why.</summary>
    Failed,
}
