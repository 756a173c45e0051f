using System.Net;
using System.Text.Json.Nodes;
using Learning.Data;
using Learning.Reviews.Batch;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Reviews;

/// <summary>Planning many members over HTTP: beside the requests, for whom one looks after, and seen by nobody else.</summary>
public sealed class PlanningMany : IAsyncLifetime
{
    private const string Runs = "/api/v1/plan-runs";
    private readonly LearningApplication _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_coordinator_plans_the_own_groups_and_an_administrator_everybody()
    {
        using var coordinator = await _app.SignedInAsync(Roles.Coordinator);
        using var administrator = await _app.SignedInAsync(Roles.Administrator);
        var lookedAfter = (await coordinator.SendAsync("GET", "/api/v1/members?limit=100").JsonAsync()).Items().Count;
        var all = (await administrator.SendAsync("GET", "/api/v1/members?limit=100").JsonAsync()).Items().Count;

        var small = await DoneAsync(coordinator, """{"weeks":2}""");
        Assert.Equal((lookedAfter, "done"), ((int)small["run"]!["members"]!, (string?)small["run"]!["status"]));
        Assert.Equal(lookedAfter, (int)small["planned"]! + (int)small["kept"]! + (int)small["failed"]!);
        Assert.True((int)small["planned"]! > 0 && (int)small["items"]! > 0);

        var large = await DoneAsync(administrator, """{"weeks":2,"again":true}""");
        Assert.Equal((all, 0), ((int)large["run"]!["members"]!, (int)large["kept"]!));
        Assert.True(all > lookedAfter);

        // The coordinator sees the own one, the administrator both.
        Assert.Single((await coordinator.SendAsync("GET", Runs).JsonAsync()).Items());
        Assert.Equal(2, (await administrator.SendAsync("GET", Runs).JsonAsync()).Items().Count);
        await coordinator.SendAsync("GET", $"{Runs}/{(string)large["run"]!["id"]!}").ProblemAsync(HttpStatusCode.NotFound, "plan-run-unknown");
        await coordinator.SendAsync("POST", $"{Runs}/{(string)large["run"]!["id"]!}/cancel").ProblemAsync(HttpStatusCode.NotFound, "plan-run-unknown");

        // What has ended stays as it is.
        Assert.Equal("done", (string?)(await administrator.SendAsync("POST", $"{Runs}/{(string)large["run"]!["id"]!}/cancel").JsonAsync())["run"]!["status"]);
    }

    [Fact]
    public async Task Whom_planning_gave_up_is_told_in_the_language_of_who_asks()
    {
        var run = TestWorld.Id(71);
        await _app.WithAsync<LearningDbContext, int>(db =>
        {
            db.PlanRuns.Add(new PlanRun { Id = run, Organisation = DemoAccounts.Organisation, From = new DateOnly(2027, 1, 4), Weeks = 2, Again = false, At = DateTimeOffset.UnixEpoch, By = TestWorld.Id(72), ByName = "x", Members = 1, EndedAt = DateTimeOffset.UnixEpoch, Status = PlanRunStatus.Done });
            db.PlanRunMembers.Add(new PlanRunMember { RunId = run, MemberId = _app.World.Member, Place = 0, Status = PlanRunMemberStatus.Failed, Tries = 3, Rule = PlanRunWork.GivenUp, Detail = "It was begun 3 times." });
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        foreach (var (language, told) in new[] { ("zh", "三次，每次程序都在完成之前中断"), ("en", "It was begun 3 times.") })
        {
            using var administrator = await _app.SignedInAsync(Roles.Administrator, language);
            var fault = Assert.Single((await administrator.SendAsync("GET", $"{Runs}/{run}").JsonAsync())["faults"]!.AsArray())!;
            Assert.Contains(told, (string?)fault["detail"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Members_plan_nobody_and_bad_wishes_are_refused()
    {
        using var member = await _app.SignedInAsync(Roles.Member);
        using var administrator = await _app.SignedInAsync(Roles.Administrator);

        await member.SendAsync("POST", Runs, "{}").ProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
        await member.SendAsync("GET", Runs).ProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
        await administrator.SendAsync("POST", Runs, """{"weeks":27}""").JsonAsync(HttpStatusCode.BadRequest);
        await administrator.SendAsync("POST", Runs, """{"from":"2020-01-01"}""").ProblemAsync(HttpStatusCode.UnprocessableEntity, "plan-start-invalid");
    }

    private static async Task<JsonNode> DoneAsync(HttpClient client, string wish)
    {
        var asked = await client.SendAsync("POST", Runs, wish).JsonAsync(HttpStatusCode.Accepted);
        while (true)
        {
            var answer = await client.SendAsync("GET", $"{Runs}/{(string)asked["run"]!["id"]!}").JsonAsync();
            if (answer["run"]!["status"] is not null)
            {
                return answer;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
