using System.ComponentModel.DataAnnotations;
using Learning.Records;
using Learning.Server.Conventions;
using Learning.Server.Errors;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Records;

/// <summary>A learning record as it is reported.</summary>
/// <param name="Id">A UUID chosen by who reports; repeated arrival changes nothing.</param>
/// <param name="Verb">What was done.</param>
/// <param name="Material">With which material.</param>
/// <param name="At">When it happened.</param>
/// <param name="Member">Who learned; left out: the caller.</param>
/// <param name="Result">How it went; for a recall.</param>
/// <param name="Impression">The list in which the material was shown.</param>
public sealed record RecordRequest(Guid Id, Verb Verb, Guid Material, DateTimeOffset At, Guid? Member = null, RecordResultRequest? Result = null, Guid? Impression = null);

/// <summary>How a recall went.</summary>
/// <param name="Answers">One answer per question of the material, in their order; graded here.</param>
/// <param name="Score">Share of right answers, 0–1, where the material has no questions; kept, and no evidence for hours.</param>
public sealed record RecordResultRequest([property: MaxLength(50)] IReadOnlyList<string>? Answers = null, double? Score = null);

/// <summary>What became of each record.</summary>
/// <param name="Items">One answer per record, in their order.</param>
public sealed record RecordsAnswer(IReadOnlyList<RecordAnswer> Items);

/// <summary>What became of a record.</summary>
/// <param name="Id">The record.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Problem">Why it failed; null when it did not.</param>
/// <param name="Success">Whether a recall was passed or an attendance confirmed; null otherwise.</param>
/// <param name="Score">Share of right answers of a recall; null otherwise.</param>
public sealed record RecordAnswer(Guid Id, RecordStatus Status, ItemProblem? Problem, bool? Success, double? Score);

/// <summary>Takes records in.</summary>
internal static class SendRecords
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/records", Handle)
        .WithSummary("Report what happened")
        .WithDescription("Up to 1,000 records, each answered for itself. Order and repetition change nothing, so an app can send again whatever it is unsure of. Attendance counts when a coordinator reports it.")
        .WithRequestExample(new[]
        {
            new RecordRequest(Guid.Parse("01890000-0000-7000-8000-000000000002"), Verb.Completed, Guid.Parse("01890000-0000-7000-8000-000000000001"), new DateTimeOffset(2027, 1, 4, 2, 10, 0, TimeSpan.Zero)),
        })
        .NotRepeatable();

    internal static async Task<Ok<RecordsAnswer>> Handle(
        List<RecordRequest> records, HttpContext context, Caller caller, Scope scope, RecordIntake intake, CancellationToken cancellationToken)
    {
        if (records.Count > RecordIntake.MostAtOnce)
        {
            throw new BrokenRule("records-too-many", $"{records.Count} records were sent; {RecordIntake.MostAtOnce} fit in one call.", "Send them in several calls; repeated records are no harm.");
        }

        var allowed = await AllowedAsync(records, caller, scope, cancellationToken);
        var answers = new RecordAnswer[records.Count];
        foreach (var byMember in Enumerable.Range(0, records.Count).GroupBy(place => ReporterOf(records[place], caller, allowed)))
        {
            var places = byMember.ToList();
            var outcomes = byMember.Key == Reporter.Nobody ? [] : await intake.TakeAsync(
                places.ConvertAll(place => Submission(records[place], caller)), byMember.Key == Reporter.Coordinator ? caller.AccountId : null, cancellationToken);
            for (var turn = 0; turn < places.Count; turn++)
            {
                answers[places[turn]] = byMember.Key == Reporter.Nobody ? NotYours(records[places[turn]], context) : Answer(outcomes[turn], context);
            }
        }

        return TypedResults.Ok(new RecordsAnswer(answers));
    }

    private enum Reporter
    {
        Nobody,
        Member,
        Coordinator,
    }

    private static Reporter ReporterOf(RecordRequest record, Caller caller, HashSet<Guid> allowed) => (record.Member ?? caller.MemberId) switch
    {
        null => Reporter.Nobody,
        { } member when member == caller.MemberId => Reporter.Member,
        { } member => allowed.Contains(member) ? Reporter.Coordinator : Reporter.Nobody,
    };

    private static async Task<HashSet<Guid>> AllowedAsync(List<RecordRequest> records, Caller caller, Scope scope, CancellationToken cancellationToken)
    {
        var allowed = new HashSet<Guid>();
        foreach (var member in records.Select(record => record.Member).OfType<Guid>().Where(member => member != caller.MemberId).Distinct())
        {
            if (await scope.CoversMemberAsync(member, cancellationToken))
            {
                allowed.Add(member);
            }
        }

        return allowed;
    }

    private static RecordSubmission Submission(RecordRequest record, Caller caller) => new(
        record.Id, record.Member ?? caller.RequiredMemberId, record.Verb, record.Material, record.At, record.Result?.Answers, record.Result?.Score, record.Impression);

    private static RecordAnswer Answer(RecordOutcome outcome, HttpContext context) =>
        new(outcome.Id, outcome.Status, ItemProblem.Of(outcome.Problem, context), outcome.Record?.Success, outcome.Record?.Score);

    private static RecordAnswer NotYours(RecordRequest record, HttpContext context) => new(
        record.Id,
        RecordStatus.Failed,
        ItemProblem.Of(new Problem("member-unknown", "There is no such member for you.", "member", "Leave member out to report for yourself; coordinators report for members of their groups."), context),
        null,
        null);
}
