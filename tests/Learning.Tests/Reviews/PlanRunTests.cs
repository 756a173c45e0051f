using System.Text.Json;
using Learning.Candidates;
using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Plans;
using Learning.Ranking;
using Learning.Reviews;
using Learning.Reviews.Batch;
using Learning.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Tests.Reviews;

/// <summary>Planning many members: cut off, begun again, stopped, and what becomes of those for whom something happened meanwhile.</summary>
public sealed class PlanRunTests : IAsyncLifetime
{
    private const int MembersThere = 10;
    private static readonly Actor Somebody = new(Books.Member(900), "somebody");
    private readonly List<(DirectoryInfo Data, ServiceProvider Services)> _stores = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var (data, services) in _stores)
        {
            await services.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Cut_off_again_and_again_it_ends_with_the_same_plans()
    {
        var (whole, cut) = (await StoreAsync(), await StoreAsync());
        var wish = new PlanRunWish("here", null, 2, At: TimeProvider.System.GetUtcNow());
        var run = await AskAsync(whole, wish);
        Assert.Equal(run.Id, (await AskAsync(cut, wish)).Id);

        await DoAsync(whole, run.Id, atOnce: 1);
        foreach (var after in new[] { 1, 4, 8 })
        {
            using var stop = new CancellationTokenSource();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cut.GetRequiredService<PlanRunWork>().DoAsync(run.Id, 2, new StopAfter(stop, after), stop.Token));
        }

        await DoAsync(cut, run.Id, atOnce: 2);
        Assert.Equal(await WrittenAsync(whole), await WrittenAsync(cut));
        var report = await ReportAsync(cut, run.Id);
        Assert.Equal((PlanRunStatus.Done, 4, MembersThere, 0, 0), (report.Run.Status!.Value, report.Run.Attempts, report.Planned, report.Waiting, report.Failed));
        Assert.True(report.Items > 0 && report.Within2Percent <= report.Planned);

        await DoAsync(cut, run.Id, atOnce: 2);
        Assert.Equal(await WrittenAsync(whole), await WrittenAsync(cut));
    }

    [Fact]
    public async Task A_member_on_whom_the_program_ends_again_and_again_is_given_up_and_the_others_are_planned()
    {
        var store = await StoreAsync(services => services.AddScoped<IRanker, EndsOnTheFifth>());
        var run = await AskAsync(store, new PlanRunWish("here", null, 2));
        for (var ended = 1; ended <= 3; ended++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => DoAsync(store, run.Id, atOnce: 1));
            Assert.Null((await ReportAsync(store, run.Id)).Run.Status);
        }

        await DoAsync(store, run.Id, atOnce: 1);

        var report = await ReportAsync(store, run.Id);
        Assert.Equal((PlanRunStatus.Done, MembersThere - 1, 1), (report.Run.Status!.Value, report.Planned, report.Failed));
        var fault = Assert.Single(report.Faults);
        Assert.Equal((Books.Member(4), PlanRunWork.GivenUp), (fault.Member, fault.Rule));
        Assert.Contains("3 times", fault.Detail, StringComparison.Ordinal);
        Assert.All(await WithAsync(store, db => db.PlanRunMembers.Where(line => line.MemberId != Books.Member(4)).ToListAsync(Cancel)), line => Assert.Equal(0, line.Tries));
    }

    [Fact]
    public async Task Who_was_erased_meanwhile_is_gone_and_leaves_nothing()
    {
        var store = await StoreAsync();
        var run = await AskAsync(store, new PlanRunWish("here", null, 2));
        await WithAsync(store, db => MemberErasure.EraseAsync(db, Books.Member(3), Cancel));

        await DoAsync(store, run.Id, atOnce: 1);

        var report = await ReportAsync(store, run.Id);
        Assert.Equal((MembersThere - 1, 1), (report.Planned, report.Gone));
    }

    [Fact]
    public async Task An_open_plan_stays_unless_asked_otherwise_and_one_given_back_is_made_anew()
    {
        var store = await StoreAsync();
        await using var scope = store.CreateAsyncScope();
        var review = scope.ServiceProvider.GetRequiredService<PlanReview>();
        await review.DraftAsync(Somebody, Books.Member(1), null, 2, Cancel);
        var returned = await review.DraftAsync(Somebody, Books.Member(2), null, 2, Cancel);
        var banned = returned.Items[0].Material;
        await review.ReturnAsync(Somebody, returned.Id, null, "不合适", ReturnTerms.Of("不合适", [banned], null), Cancel);

        var run = await AskAsync(store, new PlanRunWish("here", null, 2));
        await DoAsync(store, run.Id, atOnce: 2);
        var report = await ReportAsync(store, run.Id);
        Assert.Equal((MembersThere - 1, 1), (report.Planned, report.Kept));
        await WithAsync(store, async db =>
        {
            var anew = await db.Plans.SingleAsync(plan => plan.MemberId == Books.Member(2) && plan.State == PlanState.InReview, Cancel);
            Assert.DoesNotContain(anew.Items, item => item.Material == banned);
        });

        var again = await AskAsync(store, new PlanRunWish("here", null, 2, Again: true));
        await DoAsync(store, again.Id, atOnce: 2);
        Assert.Equal((MembersThere, 0), (await ReportAsync(store, again.Id)) is var second ? (second.Planned, second.Kept) : default);
        await WithAsync(store, async db => Assert.Equal(MembersThere, await db.Plans.CountAsync(plan => plan.State == PlanState.InReview, Cancel)));
    }

    [Fact]
    public async Task Stopped_it_keeps_what_is_planned_and_begins_nobody_else()
    {
        var store = await StoreAsync();
        var run = await AskAsync(store, new PlanRunWish("here", null, 2));
        await store.GetRequiredService<PlanRunWork>().DoAsync(run.Id, 1, new CancelAfter(store, run.Id, 3), Cancel);

        var report = await ReportAsync(store, run.Id);
        Assert.Equal((PlanRunStatus.Cancelled, 3, MembersThere - 3), (report.Run.Status!.Value, report.Planned, report.NotPlanned));
        Assert.Empty(await WithAsync(store, db => new PlanRuns(db, TimeProvider.System).UnfinishedAsync(Cancel)));
    }

    [Fact]
    public async Task Asked_twice_it_is_one_and_what_makes_no_sense_is_refused()
    {
        var store = await StoreAsync();
        var run = await AskAsync(store, new PlanRunWish("here", null, 2));
        Assert.Equal(run.Id, (await AskAsync(store, new PlanRunWish("here", null, 2))).Id);
        Assert.NotEqual(run.Id, (await AskAsync(store, new PlanRunWish("here", null, 3))).Id);

        foreach (var (rule, wish) in new[]
        {
            ("plan-run-empty", new PlanRunWish("nowhere", null, 2)), ("plan-weeks-invalid", new PlanRunWish("here", null, 99)), ("plan-start-invalid", new PlanRunWish("here", new DateOnly(2020, 1, 1), 2)),
            ("plan-run-moment-invalid", new PlanRunWish("here", null, 2, At: TimeProvider.System.GetUtcNow().AddDays(2))),
        })
        {
            Assert.Equal(rule, (await Assert.ThrowsAsync<BrokenRule>(() => AskAsync(store, wish))).Rule);
        }

        using var held = File.Open(Path.Combine(_stores[0].Data.FullName, "plan-runs.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal("plan-run-busy", (await Assert.ThrowsAsync<BrokenRule>(() => DoAsync(store, run.Id, 1))).Rule);
    }

    [Fact]
    public void Ids_drawn_from_work_are_the_same_each_time_and_no_two_alike()
    {
        var moment = DateTimeOffset.UnixEpoch.AddYears(56);
        List<Guid> Draw(Guid member) => IdSource.About(Books.Member(1), member) is var ids ? [.. Enumerable.Range(0, 100).Select(_ => ids.Next(moment))] : [];

        Assert.Equal(Draw(Books.Member(2)), Draw(Books.Member(2)));
        Assert.Equal(200, Draw(Books.Member(2)).Concat(Draw(Books.Member(3))).Distinct().Count());
        Assert.All(Draw(Books.Member(2)), id => Assert.Equal((7, true), (id.Version, id.Variant is >= 8 and <= 11)));
    }

    private async Task<ServiceProvider> StoreAsync(Action<IServiceCollection>? instead = null)
    {
        var data = Directory.CreateTempSubdirectory("learning-run-");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Learning:DataFolder", data.FullName)]).Build();
        var collection = new ServiceCollection().AddLogging().AddLearning(configuration).AddLearningData(configuration, data.FullName);
        instead?.Invoke(collection);
        var services = collection.BuildServiceProvider();
        _stores.Add((data, services));
        await services.GetRequiredService<Store>().PrepareAsync([], Cancel);
        await WithAsync(services, db =>
        {
            db.Members.AddRange(Enumerable.Range(0, MembersThere).Select(NewMember));
            db.Materials.AddRange(Enumerable.Range(0, 12).Select(NewMaterial));
            return db.SaveChangesAsync(Cancel);
        });
        return services;
    }

    private static Task<PlanRun> AskAsync(ServiceProvider store, PlanRunWish wish) =>
        WithAsync(store, db => new PlanRuns(db, TimeProvider.System).AskAsync(Somebody, wish, db.Members, Cancel));

    private static Task DoAsync(ServiceProvider store, Guid run, int atOnce) => store.GetRequiredService<PlanRunWork>().DoAsync(run, atOnce, null, Cancel);

    private static Task<PlanRunReport> ReportAsync(ServiceProvider store, Guid run) =>
        WithAsync(store, async db => await PlanRunReport.ReadAsync(db, await db.PlanRuns.SingleAsync(one => one.Id == run, Cancel), Cancel));

    private static Task<string> WrittenAsync(ServiceProvider store) => WithAsync(store, async db => JsonSerializer.Serialize(new
    {
        plans = await db.Plans.AsNoTracking().OrderBy(plan => plan.Id).ToListAsync(Cancel),
        acts = await db.ReviewActs.AsNoTracking().OrderBy(act => act.Id).ToListAsync(Cancel),
        lines = await db.PlanRunMembers.AsNoTracking().OrderBy(line => line.Place).ToListAsync(Cancel),
    }));

    private static async Task<T> WithAsync<T>(ServiceProvider store, Func<LearningDbContext, Task<T>> work)
    {
        await using var scope = store.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<LearningDbContext>());
    }

    private static async Task WithAsync(ServiceProvider store, Func<LearningDbContext, Task> work)
    {
        await using var scope = store.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<LearningDbContext>());
    }

    private static Member NewMember(int number) => new()
    {
        Id = Books.Member(number), Organisation = "here", Name = "某人", JoinedAt = DateTimeOffset.UnixEpoch, BirthYear = number % 5 == 0 ? 1950 : 1985 + number,
        OccupationCode = number % 3 == 0 ? "4-02-07-08" : null,
        Slots = [new Slot((DayOfWeek)(number % 7), new TimeOnly(9, 0), 30 + (number % 4 * 15), []), new Slot((DayOfWeek)((number + 3) % 7), new TimeOnly(20, 0), 45, [])],
    };

    private static Material NewMaterial(int number) => new()
    {
        Id = Books.Material(number), Key = $"m{number}", Organisation = "here", Title = $"第 {number} 课", Language = "zh", Text = "文", Minutes = 10 + (number % 5 * 5), CreditHours = 0.2m + (number % 4 * 0.2m),
        Topics = [number % 2 == 0 ? "health" : "law"], Hash = new string('0', 64), Lesson = Books.Material(number), CreatedAt = DateTimeOffset.UnixEpoch.AddYears(56),
    };

    /// <summary>Ends whatever ranks for one of the members, by an error that nothing answers.</summary>
    private sealed class EndsOnTheFifth : IRanker
    {
        private readonly WeightedRanker _usual = new();

        public string Id => "ends-on-the-fifth";

        public IReadOnlyList<FeatureWeight> Weights => _usual.Weights;

        public IReadOnlyList<RankingTrace> Rank(IReadOnlyCollection<CatalogueEntry> materials, CandidateRequest request) =>
            request.Person!.Slots[0] is { Day: DayOfWeek.Thursday, Minutes: 30 } ? throw new InvalidOperationException("the end") : _usual.Rank(materials, request);
    }

    private sealed class StopAfter(CancellationTokenSource stop, int done) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value >= done)
            {
                stop.Cancel();
            }
        }
    }

    private sealed class CancelAfter(ServiceProvider store, Guid run, int done) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value == done)
            {
                WithAsync(store, db => new PlanRuns(db, TimeProvider.System).CancelAsync(run, Cancel)).GetAwaiter().GetResult();
            }
        }
    }
}
