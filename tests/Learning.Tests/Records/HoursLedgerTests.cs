using Learning.Materials;
using Learning.Records;
using Learning.Records.Ledger;
using Learning.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace Learning.Tests.Records;

public sealed class HoursLedgerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset May = new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);
    private Books _books = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _books = await Books.OpenAsync(members: 2, materials: 8);

    public ValueTask DisposeAsync() => _books.DisposeAsync();

    [Fact]
    public async Task A_passed_recall_is_booked_with_the_record_and_once_however_often_it_arrives()
    {
        var passed = Recall(2, "一");

        await ReportAsync(passed, passed, Recall(4, "二"));
        await ReportAsync(passed);

        var entry = Assert.Single(await EntriesAsync());
        Assert.Equal((HoursKind.RecallPassed, passed.Id, Books.CreditOf(2)), (entry.Kind, entry.RecordId!.Value, entry.Hours));
        Assert.Equal([HoursAccounts.Earned, "recalls"], entry.Postings.Select(posting => posting.Account).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Attendance_counts_when_a_coordinator_says_so()
    {
        await ReportAsync(new RecordSubmission(Id(1), Books.Member(0), Verb.Attended, Books.Material(2), May, null, null, null));
        Assert.Empty(await EntriesAsync());

        await ReportAsync(Id(9), new RecordSubmission(Id(2), Books.Member(0), Verb.Attended, Books.Material(2), May, null, null, null));
        Assert.Equal((HoursKind.AttendanceConfirmed, Id(9)), (Assert.Single(await EntriesAsync()).Kind, (await EntriesAsync())[0].By!.Value));
    }

    [Fact]
    public async Task The_same_lesson_in_two_wrappers_counts_once_and_on_the_day_of_the_first_evidence_whichever_arrives_first()
    {
        await ReportAsync(Recall(2, "一", May.AddDays(3)));
        await ReportAsync(Recall(3, "一", May));
        await ReportAsync(Recall(2, "一", May.AddDays(9)));

        await using var db = _books.Db();
        var credit = Assert.Single(await HoursLedger.EarnedAsync(db, Books.Member(0), Cancel));
        Assert.Equal((May, (Guid?)Books.Material(3)), (credit.At, credit.Material));
        Assert.Equal(3, (await EntriesAsync()).Count);
        Assert.Empty(await HoursLedger.UnbalancedAsync(db, Cancel));
    }

    [Fact]
    public async Task What_was_wrong_is_taken_back_never_changed_and_can_be_earned_again()
    {
        await ReportAsync(Recall(2, "一"));
        var first = Assert.Single(await EntriesAsync());

        await ReverseAsync(first.Id);
        Assert.Equal(0, await EarnedAsync());
        Assert.Equal("hours-entry-reversed", (await Assert.ThrowsAsync<BrokenRule>(() => ReverseAsync(first.Id))).Rule);
        Assert.Equal("hours-entry-is-reversal", (await Assert.ThrowsAsync<BrokenRule>(async () => await ReverseAsync((await EntriesAsync()).Single(entry => entry.Reverses is not null).Id))).Rule);
        await ReportAsync(Recall(2, "一", May.AddDays(1)));

        Assert.Equal(Books.CreditOf(2), await EarnedAsync());
        Assert.Equal([first.Id], (await EntriesAsync()).Where(entry => entry.Turn == 0 && entry.Reverses is null).Select(entry => entry.Id));
    }

    [Fact]
    public async Task Records_from_before_the_ledger_are_booked_once_as_the_ledger_would_have()
    {
        await using var db = _books.Db();
        db.Records.AddRange(
            Old(1, Verb.Recalled, 2, May.AddDays(2), true), Old(2, Verb.Recalled, 3, May, true), Old(3, Verb.Recalled, 4, May, false),
            Old(4, Verb.Completed, 5, May, null), Old(5, Verb.Attended, 6, May, true));
        await db.SaveChangesAsync(Cancel);

        await HoursBackfill.OnceAsync(db, Cancel);
        await HoursBackfill.OnceAsync(db, Cancel);

        var entries = await EntriesAsync();
        Assert.Equal([Id(102), Id(105)], entries.Select(entry => entry.Id).Order());
        Assert.Equal([HoursKind.RecallPassed, HoursKind.AttendanceConfirmed], entries.OrderBy(entry => entry.Id).Select(entry => entry.Kind));
        Assert.Empty(await HoursLedger.UnbalancedAsync(db, Cancel));
        var history = await History.ReadAsync(db, Books.Member(0), await new Catalogue().CurrentAsync(db, Cancel), Cancel);
        var onPaper = History.Of(history.Records, await new Catalogue().CurrentAsync(db, Cancel));
        Assert.Equal(onPaper.Earned.Sum(credit => credit.Hours), history.Earned.Sum(credit => credit.Hours));
    }

    [Fact]
    public async Task Lessons_that_turn_out_to_be_the_same_count_once_from_then_on()
    {
        await ReportAsync(Recall(2, "一"), Recall(4, "一", May.AddDays(1)));
        await using var db = _books.Db();
        await db.Materials.Where(material => material.Id == Books.Material(4)).ExecuteUpdateAsync(set => set.SetProperty(material => material.Lesson, Books.LessonOf(2)), Cancel);

        Assert.Equal(1, await SameLessonReversal.RunAsync(db, _books.Clock, Cancel));
        Assert.Equal(0, await SameLessonReversal.RunAsync(db, _books.Clock, Cancel));
        Assert.Equal(Books.CreditOf(2), await EarnedAsync());
    }

    private static Guid Id(int number) => new($"01890000-0000-7000-8000-0000009{number:D5}");

    private static RecordSubmission Recall(int material, string answer, DateTimeOffset? at = null) => new(
        Guid.CreateVersion7((at ?? May).AddSeconds(material)), Books.Member(0), Verb.Recalled, Books.Material(material), at ?? May, [answer], null, null);

    private static LearningRecord Old(int number, Verb verb, int material, DateTimeOffset at, bool? success) =>
        new() { Id = Id(100 + number), MemberId = Books.Member(0), Verb = verb, MaterialId = Books.Material(material), At = at, StoredAt = at, Success = success };

    private Task ReportAsync(params RecordSubmission[] submissions) => ReportAsync(null, submissions);

    private async Task ReportAsync(Guid? by, params RecordSubmission[] submissions)
    {
        await using var db = _books.Db();
        await new RecordIntake(db, new HoursLedger(db, _books.Clock), _books.Clock).TakeAsync(submissions, by, Cancel);
    }

    private async Task ReverseAsync(Guid entry)
    {
        await using var db = _books.Db();
        await new HoursLedger(db, _books.Clock).ReverseAsync(Books.Member(0), entry, "登记错人", Id(9), "协调员", Cancel);
    }

    private async Task<decimal> EarnedAsync()
    {
        await using var db = _books.Db();
        return (await HoursLedger.EarnedAsync(db, Books.Member(0), Cancel)).Sum(credit => credit.Hours);
    }

    private async Task<List<HoursEntry>> EntriesAsync()
    {
        await using var db = _books.Db();
        return await db.HoursEntries.AsNoTracking().Include(entry => entry.Postings).OrderBy(entry => entry.BookedAt).ThenBy(entry => entry.Id).ToListAsync(Cancel);
    }
}
