using Learning.Records.Ledger;
using Learning.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace Learning.Tests.Records;

/// <summary>The ledger under a hundred thousand random operations by writers at the same moment, on a real database.</summary>
public sealed class HoursLedgerProperties
{
    private const int Writers = 4;
    private const int Operations = 100_000;
    private const int InOneGo = 500;
    private const int MembersThere = 40;
    private const int MaterialsThere = 60;

    [Fact]
    public async Task It_balances_and_counts_each_lesson_once_whoever_writes_at_the_same_moment()
    {
        await using var books = await Books.OpenAsync(MembersThere, MaterialsThere);

        var done = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(books, writer))));

        Assert.Equal(Operations, done.Sum());
        await using var db = books.Db();
        Assert.Empty(await HoursLedger.UnbalancedAsync(db, TestContext.Current.CancellationToken));
        Assert.Equal(0, await db.HoursPostings.SumAsync(posting => posting.Tenths, TestContext.Current.CancellationToken));
        var entries = await db.HoursEntries.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        Assert.True(entries.Count(entry => entry.Reverses is not null) > 1000, "hardly anything was reversed");
        foreach (var lesson in entries.Where(entry => entry.Lesson is not null).GroupBy(entry => (entry.MemberId, entry.Lesson)))
        {
            HasAtMostOneLife(lesson);
        }

        await TheMembersHaveWhatIsLiveAsync(db, entries);
    }

    /// <summary>Turns follow each other without a gap, and every one but the last was taken back exactly once.</summary>
    private static void HasAtMostOneLife(IEnumerable<HoursEntry> lesson)
    {
        var bookings = lesson.Where(entry => entry.Reverses is null).OrderBy(entry => entry.Turn).ToList();
        var takenBack = lesson.Select(entry => entry.Reverses).OfType<Guid>().ToList();
        Assert.Equal(Enumerable.Range(0, bookings.Count), bookings.Select(entry => entry.Turn));
        Assert.Equal(takenBack.Count, takenBack.Distinct().Count());
        Assert.All(bookings.SkipLast(1), entry => Assert.Contains(entry.Id, takenBack));
        Assert.InRange(bookings.Count - takenBack.Count, 0, 1);
    }

    private static async Task TheMembersHaveWhatIsLiveAsync(Learning.Data.LearningDbContext db, List<HoursEntry> entries)
    {
        var takenBack = entries.Select(entry => entry.Reverses).OfType<Guid>().ToHashSet();
        for (var number = 0; number < MembersThere; number++)
        {
            var member = Books.Member(number);
            var account = await db.HoursPostings.Where(posting => posting.MemberId == member && posting.Account == HoursAccounts.Earned).SumAsync(posting => posting.Tenths, TestContext.Current.CancellationToken);
            var live = entries.Where(entry => entry.MemberId == member && entry.Reverses is null && !takenBack.Contains(entry.Id)).Sum(entry => entry.Tenths);
            var read = (await HoursLedger.EarnedAsync(db, member, TestContext.Current.CancellationToken)).Sum(credit => credit.Hours);
            Assert.Equal(live, account);
            Assert.Equal(live / 10m, read);
            Assert.True(live > 0);
        }
    }

    private static async Task<int> WriteAsync(Books books, int writer)
    {
        var chance = new Random(writer + 1);
        var done = 0;
        while (done < Operations / Writers)
        {
            await using var db = books.Db();
            await using var turn = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            var ledger = new HoursLedger(db, books.Clock);
            var members = Enumerable.Range(0, 3).Select(_ => chance.Next(MembersThere)).ToArray();
            var reversals = await ReverseSomeAsync(db, ledger, members, chance, InOneGo / 20);
            var evidence = Enumerable.Range(0, InOneGo - reversals.Tried).Select(_ => Evidence(members[chance.Next(members.Length)], chance)).ToList();
            await ledger.BookAsync(evidence, TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await turn.CommitAsync(TestContext.Current.CancellationToken);
            done += InOneGo;
        }

        return done;
    }

    private static async Task<(int Tried, int Done)> ReverseSomeAsync(Learning.Data.LearningDbContext db, HoursLedger ledger, int[] members, Random chance, int tries)
    {
        var ids = members.Select(Books.Member).ToList();
        var some = await db.HoursEntries.AsNoTracking().Where(entry => ids.Contains(entry.MemberId)).OrderBy(entry => entry.Id).Select(entry => new { entry.MemberId, entry.Id }).ToListAsync(TestContext.Current.CancellationToken);
        var done = 0;
        for (var turn = 0; turn < tries && some.Count > 0; turn++)
        {
            var one = some[chance.Next(some.Count)];
            try
            {
                await ledger.ReverseAsync(one.MemberId, one.Id, "试", Guid.Empty, "试", TestContext.Current.CancellationToken);
                done++;
            }
            catch (BrokenRule refused)
            {
                Assert.Contains(refused.Rule, new[] { "hours-entry-reversed", "hours-entry-is-reversal" });
            }
        }

        return (some.Count > 0 ? tries : 0, done);
    }

    private static HoursEvidence Evidence(int member, Random chance)
    {
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        var material = chance.Next(MaterialsThere);
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(chance.Next(3000));
        return chance.Next(200) == 0
            ? new HoursEvidence(new Guid(bytes), Books.Member(member), HoursKind.TransferredCredit, at) { Hours = 1 + chance.Next(4), Words = "证书" }
            : new HoursEvidence(new Guid(bytes), Books.Member(member), (HoursKind)chance.Next(3), at) { Lesson = Books.LessonOf(material), Material = Books.Material(material), Hours = Books.CreditOf(material) };
    }
}
