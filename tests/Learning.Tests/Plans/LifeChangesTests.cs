using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Plans;
using Learning.Plans.Changes;
using Learning.Records;
using Learning.Reviews;
using Learning.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Learning.Tests.Plans;

/// <summary>What becomes of a plan when life goes on: days are missed, times change, lessons are learned, withdrawn, ruled out.</summary>
public sealed class LifeChangesTests : IAsyncLifetime
{
    private const int Cap = 60;
    private static readonly Actor Somebody = new(Books.Member(900), "somebody");
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("learning-life-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 2, 1, 0, 0, TimeSpan.Zero));
    private ServiceProvider _services = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Learning:DataFolder", _data.FullName)]).Build();
        _services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_clock).AddLearning(configuration).AddLearningData(configuration, _data.FullName).BuildServiceProvider();
        await _services.GetRequiredService<Store>().PrepareAsync([], Cancel);
        await WithAsync(db =>
        {
            db.Members.Add(new Member
            {
                Id = Books.Member(1), Organisation = "here", Name = "某人", JoinedAt = DateTimeOffset.UnixEpoch, DailyCapMinutes = Cap,
                Slots = [.. Enum.GetValues<DayOfWeek>().Where(day => day is not DayOfWeek.Sunday).Select(day => new Slot(day, new TimeOnly(20, 0), 60, []))],
            });
            db.Materials.AddRange(Enumerable.Range(0, 16).Select(number => new Material
            {
                Id = Books.Material(number), Key = $"m{number}", Organisation = "here", Title = $"第 {number} 课", Language = "zh", Text = "文", Minutes = 25, CreditHours = 0.5m,
                Topics = [number % 2 == 0 ? "health" : "law"], Hash = new string('0', 64), Lesson = Books.Material(number), CreatedAt = DateTimeOffset.UnixEpoch.AddYears(56),
            }));
            return db.SaveChangesAsync(Cancel);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task What_was_missed_finds_other_days_under_the_cap_and_the_rest_stays()
    {
        var plan = await FollowedAsync();
        var missed = plan.Items.Where(item => item.Date < plan.From.AddDays(2)).Select(item => item.Material).ToList();
        Assert.NotEmpty(missed);

        _clock.Advance(TimeSpan.FromDays(3));
        var renewed = await ReviewAsync(review => review.RenewAsync(Somebody, plan.Id, null, "", Cancel));

        var today = plan.From.AddDays(2);
        Assert.All(missed, material => Assert.Equal((ChangeKinds.Moved, ChangeCauses.Missed), Change(renewed, material) is var change ? (change.Kind, change.Because) : default));
        Assert.All(renewed.Items.Where(item => item.Date >= today).GroupBy(item => item.Date), day => Assert.InRange(day.Sum(item => item.Minutes), 1, Cap));
        Assert.Equal(plan.Items.Count - missed.Count, renewed.Changes.Kept);
        Assert.All(plan.Items.Where(item => item.Date >= today), item => Assert.Contains(renewed.Items, other => (other.Material, other.Date, other.Start) == (item.Material, item.Date, item.Start)));
        Assert.EndsWith("：当天没有学成。", renewed.Changes.Items[0].In(_ => "某课", "zh"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_free_times_move_only_what_stood_in_those_that_are_gone()
    {
        var plan = await FollowedAsync();
        await WithAsync(async db =>
        {
            var member = await db.Members.SingleAsync(Cancel);
            member.Slots = [.. member.Slots.Where(slot => slot.Day != DayOfWeek.Wednesday), new Slot(DayOfWeek.Sunday, new TimeOnly(9, 0), 60, [])];
            await db.SaveChangesAsync(Cancel);
        });

        var renewed = await ReviewAsync(review => review.RenewAsync(Somebody, plan.Id, null, "", Cancel));

        var wednesdays = plan.Items.Where(item => item.Date.DayOfWeek == DayOfWeek.Wednesday).Select(item => item.Material).Order().ToList();
        Assert.NotEmpty(wednesdays);
        Assert.Equal(wednesdays, renewed.Changes.Items.Where(change => change.Because == ChangeCauses.NotFree).Select(change => change.Material).Order());
        Assert.Equal(plan.Items.Count - wednesdays.Count, renewed.Changes.Kept);
    }

    [Fact]
    public async Task What_is_withdrawn_learned_or_ruled_out_goes_and_says_so()
    {
        var plan = await FollowedAsync();
        var (withdrawn, learned, banned) = (plan.Items[^1].Material, plan.Items[^2].Material, plan.Items[^3].Material);
        await WithAsync(async db =>
        {
            (await db.Materials.SingleAsync(material => material.Id == withdrawn, Cancel)).WithdrawnAt = _clock.GetUtcNow();
            db.Records.Add(new LearningRecord { Id = Books.Member(77), MemberId = Books.Member(1), MaterialId = learned, Verb = Verb.Completed, At = _clock.GetUtcNow(), StoredAt = _clock.GetUtcNow() });
            await db.SaveChangesAsync(Cancel);
        });

        var adjusted = await ReviewAsync(review => review.AdjustAsync(Somebody, plan.Id, null, [], [banned], "", Cancel));

        Assert.Equal((ChangeKinds.Gone, ChangeCauses.Withdrawn), Change(adjusted, withdrawn) is var one ? (one.Kind, one.Because) : default);
        Assert.Equal((ChangeKinds.Gone, ChangeCauses.Done), Change(adjusted, learned) is var two ? (two.Kind, two.Because) : default);
        Assert.Equal((ChangeKinds.Gone, ChangeCauses.Banned), Change(adjusted, banned) is var three ? (three.Kind, three.Because) : default);
        Assert.All(adjusted.Changes.Items.Where(change => change.Kind == ChangeKinds.New), change => Assert.Contains(change.Because, new[] { ChangeCauses.Replaces, ChangeCauses.Room }));
    }

    [Fact]
    public async Task A_new_plan_keeps_what_the_followed_one_has_in_the_same_weeks()
    {
        var plan = await FollowedAsync();

        var anew = await ReviewAsync(review => review.DraftAsync(Somebody, Books.Member(1), plan.From, plan.Weeks, Cancel));

        Assert.Equal((plan.Items.Count, 0, 0.0), (anew.Changes.Kept, anew.Changes.Items.Count, anew.Changed));
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(2, 2, false)]
    [InlineData(3, 3, true)]
    [InlineData(9, 9, true)]
    public void Reminders_go_quiet_once_three_were_ignored(int daysGone, int ignored, bool quiet)
    {
        var first = new DateOnly(2026, 11, 3);
        List<StoredPlanItem> items = [.. Enumerable.Range(0, 12).Select(day => new StoredPlanItem(Books.Material(day), first.AddDays(day), new TimeOnly(20, 0), 10, Mode.Read, 0, []))];

        Assert.Equal((quiet, ignored), Reminder.Of(items, new HashSet<Guid>(), first.AddDays(-1), first.AddDays(daysGone)) is var one ? (one.Quiet, one.Ignored) : default);

        // Whoever comes by is reminded again; whoever has learned has ignored nothing.
        Assert.Equal((false, 0), Reminder.Of(items, new HashSet<Guid>(), first.AddDays(daysGone), first.AddDays(daysGone)) is var two ? (two.Quiet, two.Ignored) : default);
        Assert.Equal(0, Reminder.Of(items, items.Take(daysGone).Select(item => item.Material).ToHashSet(), null, first.AddDays(daysGone)).Ignored);
        Assert.True(Reminder.Of(items, new HashSet<Guid>(), first.AddDays(99), first.AddDays(99)).Quiet);
    }

    [Fact]
    public void Every_kind_of_change_conflict_and_proof_has_its_sentences()
    {
        foreach (var language in new[] { "zh", "en" })
        {
            Assert.All(ChangeCauses.All, cause => Assert.NotEqual("because-" + cause, Texts.Of("because-" + cause, language)));
            Assert.All(Learning.Plans.Conflicts.ConflictKinds.All, kind => Assert.NotEqual("conflict-" + kind, Texts.Of("conflict-" + kind, language)));
            Assert.Equal(2, ProofTexts.Of(new StoredProof("within-bound", 0.01234, [new("sums", true, "")], "worth"), language).Count);
        }

        Assert.Contains("at most 1.24 % less", ProofTexts.Of(new StoredProof("within-bound", 0.01234, [], "worth"), "en")[1], StringComparison.Ordinal);
    }

    private static StoredChange Change(StoredPlan plan, Guid material) => plan.Changes.Items.Single(change => change.Material == material);

    /// <summary>A plan of two weeks, approved, that leaves some time free.</summary>
    private async Task<StoredPlan> FollowedAsync()
    {
        var plan = await ReviewAsync(review => review.DraftAsync(Somebody, Books.Member(1), null, 2, Cancel));
        return await ReviewAsync(review => review.ApproveAsync(Somebody, plan.Id, null, "", plan.From, Cancel));
    }

    private async Task<T> ReviewAsync<T>(Func<PlanReview, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PlanReview>());
    }

    private async Task WithAsync(Func<LearningDbContext, Task> work)
    {
        await using var scope = _services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<LearningDbContext>());
    }
}
