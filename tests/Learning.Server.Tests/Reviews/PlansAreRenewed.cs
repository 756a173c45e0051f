using System.Text.Json.Nodes;
using Hangfire;
using Hangfire.Storage;
using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Plans;
using Learning.Server.Jobs;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Server.Tests.Reviews;

/// <summary>By night plans are made again where they no longer fit, were missed or ended; what stands, and what a coordinator looks at, is left alone.</summary>
public sealed class PlansAreRenewed : IAsyncLifetime
{
    private static readonly Guid Settled = TestWorld.Id(14);
    private static readonly Guid Behind = TestWorld.Id(15);
    private static readonly DateOnly Today = LocalDay.Of(TimeProvider.System.GetUtcNow(), LocalDay.Usual);
    private readonly LearningApplication _app = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        await _app.WithAsync<LearningDbContext, int>(db =>
        {
            db.Materials.Add(new Material
            {
                Id = TestWorld.Id(22), Key = "helmet", Organisation = DemoAccounts.Organisation, Title = "头盔怎么戴", Language = "zh", Text = "系紧，压低，不后仰。", Minutes = 10, CreditHours = 0.2m,
                Hash = new string('1', 64), Lesson = TestWorld.Id(22), CreatedAt = DateTimeOffset.UnixEpoch,
            });
            db.Members.AddRange(NewMember(Settled), NewMember(Behind));
            db.Plans.AddRange(NewPlan(71, _app.World.Stranger, Today.AddDays(-30), Today.AddDays(-3)), NewPlan(72, Behind, Today.AddDays(-7), Today.AddDays(20), Item(Today.AddDays(-1))));
            return db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_no_longer_fits_was_missed_or_ended_is_made_again_and_the_rest_is_left()
    {
        using var member = await _app.SignedInAsync(Roles.Member);
        using var coordinator = await _app.SignedInAsync(Roles.Coordinator);
        using var administrator = await _app.SignedInAsync(Roles.Administrator);
        var moved = await ApprovedAsync(coordinator, _app.World.Member);
        var settled = await ApprovedAsync(coordinator, Settled);
        var looked = await DraftedAsync(coordinator, _app.World.Neighbour);
        await member.SendAsync("PUT", "/api/v1/me/slots", """{"slots":[{"day":"tuesday","start":"09:00","minutes":30}]}""").JsonAsync();

        var night = await NightAsync(administrator, nights: 1);

        Assert.Equal((4, 3, 1, 0), ((int)night["run"]!["members"]!, (int)night["planned"]!, (int)night["kept"]!, (int)night["failed"]!));
        Assert.Equal("schedule", (string?)night["run"]!["by"]);
        var anew = await coordinator.SendAsync("GET", $"/api/v1/plans/{moved["id"]}").JsonAsync();
        Assert.Equal("09:00", (string?)anew["items"]![0]!["start"]);
        Assert.Equal("renewed", (string?)anew["history"]!.AsArray()[^1]!["act"]);
        Assert.Equal((int)settled["version"]!, await VersionAsync(settled));
        Assert.Equal((int)looked["version"]!, await VersionAsync(looked));

        var caughtUp = await _app.WithAsync<LearningDbContext, StoredPlan>(async db => (await db.Plans.FindAsync([TestWorld.Id(72)], Cancel))!);
        Assert.Contains(caughtUp.Items, item => item.Material == TestWorld.Id(22) && item.Date >= Today);
        var next = await _app.WithAsync<LearningDbContext, StoredPlan?>(db => OpenPlans.OfMemberAsync(db, _app.World.Stranger, Cancel));
        Assert.Equal((PlanState.InReview, Today.AddDays(1), 4), (next!.State, next.From, next.Weeks));

        // Nothing happened since: what is in review waits, the rest stands.
        var second = await NightAsync(administrator, nights: 2);
        Assert.Equal((0, 0), ((int)second["planned"]!, (int)second["failed"]!));
        Assert.Equal((int)settled["version"]!, await VersionAsync(settled));
    }

    private async Task<JsonNode> NightAsync(HttpClient administrator, int nights)
    {
        using var jobs = _app.Services.GetRequiredService<JobStorage>().GetConnection();
        while (!jobs.GetRecurringJobs().Exists(job => job.Id == PlanRenewalJob.Name))
        {
            await Task.Delay(50, Cancel);
        }

        _app.Services.GetRequiredService<IRecurringJobManager>().Trigger(PlanRenewalJob.Name);
        while (true)
        {
            var runs = (await administrator.SendAsync("GET", "/api/v1/plan-runs").JsonAsync()).Items();
            if (runs.Count == nights && runs[^1]!["status"] is not null)
            {
                Assert.True((bool)runs[^1]!["renewal"]!);
                return await administrator.SendAsync("GET", $"/api/v1/plan-runs/{runs[^1]!["id"]}").JsonAsync();
            }

            await Task.Delay(100, Cancel);
        }
    }

    private static async Task<JsonNode> DraftedAsync(HttpClient coordinator, Guid member) =>
        await coordinator.SendAsync("POST", $"/api/v1/members/{member}/plans", """{"weeks":3}""").JsonAsync(System.Net.HttpStatusCode.Created);

    private static async Task<JsonNode> ApprovedAsync(HttpClient coordinator, Guid member) =>
        await coordinator.SendAsync("POST", $"/api/v1/plans/{(await DraftedAsync(coordinator, member))["id"]}/approve", "{}").JsonAsync();

    private Task<int> VersionAsync(JsonNode plan) => _app.WithAsync<LearningDbContext, int>(async db => (await db.Plans.FindAsync([(Guid)plan["id"]!], Cancel))!.Version);

    private Member NewMember(Guid id) => new()
    {
        Id = id, Organisation = DemoAccounts.Organisation, Name = "某人", JoinedAt = DateTimeOffset.UnixEpoch, Slots = [new Slot(DayOfWeek.Monday, new TimeOnly(10, 0), 45, []), new Slot(DayOfWeek.Thursday, new TimeOnly(10, 0), 45, [])],
        Groups = [new GroupMembership { MemberId = id, GroupId = _app.World.District, From = new DateOnly(2026, 1, 5) }],
    };

    private static StoredPlanItem Item(DateOnly day) => new(TestWorld.Id(22), day, new TimeOnly(10, 0), 10, Mode.Read, 0.2m, [new StoredReason("new", 1, [])]);

    private static StoredPlan NewPlan(int id, Guid member, DateOnly from, DateOnly until, params StoredPlanItem[] items) => new()
    {
        Id = TestWorld.Id(id), MemberId = member, From = from, Until = until, Weeks = 4, State = PlanState.Active, CreatedAt = DateTimeOffset.UnixEpoch, Model = "test", Items = [.. items],
        Proof = new StoredProof("feasible", null, [new StoredCheck("within-slots", true, "1")]),
    };
}
