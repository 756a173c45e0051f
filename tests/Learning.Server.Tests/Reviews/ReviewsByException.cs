using System.Net;
using System.Text.Json.Nodes;
using Learning.Data;
using Learning.Members;
using Learning.Plans;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Tests.Reviews;

/// <summary>Reviews by exception over HTTP: the queue, policies, bulk approvals with their audits and their undoing, and reasons that the next plan obeys.</summary>
public sealed class ReviewsByException : IAsyncLifetime
{
    private const int Waiting = 12;
    private readonly LearningApplication _app = new();

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        await _app.WithAsync<LearningDbContext, int>(db =>
        {
            for (var number = 0; number < Waiting; number++)
            {
                db.Members.Add(NewMember(number));
                db.Plans.Add(NewPlan(Id(number), Member(number), PlanState.InReview, doubt: number / 2.0));
            }

            db.Plans.Add(NewPlan(Id(50), Member(0), PlanState.Active, doubt: 0));
            db.Plans.Add(NewPlan(Id(60), _app.World.Stranger, PlanState.InReview, doubt: 0));
            return db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_queue_begins_with_the_most_doubtful_and_says_why()
    {
        using var coordinator = await _app.SignedInAsync(Roles.Coordinator, "zh");

        var first = await coordinator.SendAsync("GET", "/api/v1/plans?state=in-review&limit=5").JsonAsync();
        var second = await coordinator.SendAsync("GET", $"/api/v1/plans?state=in-review&limit=50&cursor={(string)first["nextCursor"]!}").JsonAsync();

        var all = first.Items().Concat(second.Items()).ToList();
        Assert.Equal(Enumerable.Range(0, Waiting).Reverse().Select(Id), all.Select(item => (Guid)item["id"]!));
        Assert.Equal("big-change", (string?)all[0]["causes"]![0]!["kind"]);
        Assert.Contains("40 %", (string)all[0]["causes"]![0]!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_shows_first_then_approves_the_safe_ones_and_can_be_undone()
    {
        using var coordinator = await _app.SignedInAsync(Roles.Coordinator);
        await WritePolicyAsync("""{"name":"稳妥","mostDoubt":2,"auditShare":0.3,"seed":3}""");

        var preview = await coordinator.SendAsync("POST", "/api/v1/plans/approve-by-policy", """{"policy":"safe-ones"}""").JsonAsync();
        Assert.True((bool)preview["preview"]!);
        Assert.Equal(5, preview["approved"]!.AsArray().Count);
        Assert.Equal(7, preview["held"]!.AsArray().Count);
        Assert.All(preview["held"]!.AsArray(), held => Assert.Equal("doubt", (string?)held!["why"]![0]));
        Assert.Equal(Waiting, await InReviewAsync());

        var run = await coordinator.SendAsync("POST", "/api/v1/plans/approve-by-policy", """{"policy":"safe-ones","preview":false}""").JsonAsync();
        Assert.Equal(preview["approved"]!.ToJsonString(), run["approved"]!.ToJsonString());
        Assert.Equal(preview["audits"]!.ToJsonString(), run["audits"]!.ToJsonString());
        Assert.Equal(2, (await coordinator.SendAsync("GET", "/api/v1/reviews/audits?open=true").JsonAsync()).Items().Count);
        Assert.Equal(7, await InReviewAsync());
        Assert.Equal("replaced", (string?)(await coordinator.SendAsync("GET", $"/api/v1/plans/{Id(50)}").JsonAsync())["state"]);
        Assert.Equal(PlanState.InReview, await StateAsync(Id(60)));

        var undo = $"/api/v1/reviews/runs/{(string)run["run"]!}/undo";
        var undone = await coordinator.SendAsync("POST", undo).JsonAsync();
        Assert.Equal((5, 0), ((int)undone["undone"]!, (int)undone["left"]!));
        Assert.Equal(Waiting, await InReviewAsync());
        Assert.Equal(PlanState.Active, await StateAsync(Id(50)));
        await coordinator.SendAsync("POST", undo).ProblemAsync(HttpStatusCode.Conflict, "run-undone");
    }

    [Fact]
    public async Task An_audit_that_disagrees_puts_the_plan_back_and_switches_the_policy_off()
    {
        using var coordinator = await _app.SignedInAsync(Roles.Coordinator);
        await WritePolicyAsync("""{"name":"稳妥","mostDoubt":2,"auditShare":0.3}""");
        await coordinator.SendAsync("POST", "/api/v1/plans/approve-by-policy", """{"policy":"safe-ones","preview":false}""").JsonAsync();
        var audits = (await coordinator.SendAsync("GET", "/api/v1/reviews/audits").JsonAsync()).Items();

        await coordinator.SendAsync("POST", $"/api/v1/reviews/audits/{(string)audits[0]["id"]!}", """{"agreed":true}""").JsonAsync();
        await coordinator.SendAsync("POST", $"/api/v1/reviews/audits/{(string)audits[0]["id"]!}", """{"agreed":false}""").ProblemAsync(HttpStatusCode.Conflict, "audit-done");
        await coordinator.SendAsync("POST", $"/api/v1/reviews/audits/{(string)audits[1]["id"]!}", """{"agreed":false,"note":"太赶"}""").JsonAsync();

        Assert.Equal(PlanState.InReview, await StateAsync((Guid)audits[1]["plan"]!));
        await coordinator.SendAsync("POST", "/api/v1/plans/approve-by-policy", """{"policy":"safe-ones","preview":false}""").ProblemAsync(HttpStatusCode.Conflict, "policy-off");
        var effort = await coordinator.SendAsync("GET", "/api/v1/reviews/effort").JsonAsync();
        Assert.Equal(5, (int)effort["members"]!);
        Assert.InRange((double)effort["minutesPerThousandMembers"]!, 100, 2000);
    }

    [Fact]
    public async Task Policies_are_written_by_administrators_and_by_version()
    {
        using var coordinator = await _app.SignedInAsync(Roles.Coordinator);
        using var administrator = await _app.SignedInAsync(Roles.Administrator);
        const string Policy = "/api/v1/review-policies/safe-ones";

        await coordinator.SendAsync("PUT", Policy, """{"name":"我的"}""").ProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
        await administrator.SendAsync("PUT", Policy, """{"name":"稳妥","auditShare":0}""").JsonAsync(HttpStatusCode.BadRequest);
        await administrator.SendAsync("PUT", "/api/v1/review-policies/Safe_Ones", """{"name":"稳妥"}""").ProblemAsync(HttpStatusCode.UnprocessableEntity, "policy-key-invalid");
        await administrator.SendAsync("PUT", Policy, """{"name":"稳妥"}""").JsonAsync();
        await administrator.SendAsync("PUT", Policy, """{"name":"更稳妥"}""", "application/json", ("If-Match", "\"1\"")).JsonAsync();
        await administrator.SendAsync("PUT", Policy, """{"name":"旧"}""", "application/json", ("If-Match", "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "if-match-stale");
        Assert.Equal("更稳妥", (string?)(await coordinator.SendAsync("GET", "/api/v1/review-policies").JsonAsync()).Items().Single()["name"]);
        await coordinator.SendAsync("POST", "/api/v1/plans/approve-by-policy", """{"policy":"none"}""").ProblemAsync(HttpStatusCode.NotFound, "policy-unknown");
    }

    [Fact]
    public async Task The_next_plan_obeys_the_reason_for_which_the_last_was_given_back()
    {
        using var coordinator = await _app.SignedInAsync(Roles.Coordinator, "zh");
        var plans = $"/api/v1/members/{_app.World.Neighbour}/plans";
        var first = await coordinator.SendAsync("POST", plans, """{"weeks":4}""").JsonAsync(HttpStatusCode.Created);
        Assert.Equal([_app.World.Lesson], first["items"]!.AsArray().Select(item => (Guid)item!["material"]!));

        await coordinator.SendAsync("POST", $"/api/v1/plans/{(string)first["id"]!}/return", """{"reason":"周一要值班"}""").JsonAsync();
        var second = await coordinator.SendAsync("POST", plans, """{"weeks":4}""").JsonAsync(HttpStatusCode.Created);
        Assert.Empty(second["items"]!.AsArray());
        Assert.Equal("monday", (string?)second["terms"]!["notFree"]![0]!["day"]);

        await coordinator.SendAsync("POST", $"/api/v1/plans/{(string)second["id"]!}/return", $$"""{"reason":"这课不合适","unsuitable":["{{_app.World.Lesson}}"]}""").JsonAsync();
        var third = await coordinator.SendAsync("POST", plans, """{"weeks":4}""").JsonAsync(HttpStatusCode.Created);
        Assert.Empty(third["items"]!.AsArray());
        Assert.Empty(third["terms"]!["notFree"]!.AsArray());
        await coordinator.SendAsync("POST", $"/api/v1/plans/{(string)third["id"]!}/return", $$"""{"reason":"x","unsuitable":["{{TestWorld.Id(99)}}"]}""").ProblemAsync(HttpStatusCode.UnprocessableEntity, "material-unknown");
    }

    private static Guid Id(int number) => TestWorld.Id(500 + number);

    private static Guid Member(int number) => TestWorld.Id(600 + number);

    private Member NewMember(int number) => new()
    {
        Id = Member(number), Key = $"waiting-{number}", Organisation = DemoAccounts.Organisation, Name = $"等待{number}", JoinedAt = DateTimeOffset.UnixEpoch,
        Groups = [new GroupMembership { MemberId = Member(number), GroupId = _app.World.Station, From = new DateOnly(2026, 1, 5) }],
    };

    private StoredPlan NewPlan(Guid id, Guid member, PlanState state, double doubt) => new()
    {
        Id = id, MemberId = member, From = new DateOnly(2026, 6, 1), Until = new DateOnly(2099, 1, 31), Weeks = 4, State = state, CreatedAt = DateTimeOffset.UnixEpoch, Model = "test",
        Items = [new StoredPlanItem(_app.World.Lesson, new DateOnly(2099, 1, 4), new TimeOnly(10, 0), 5, Mode.Read, 0.1m, [])],
        Proof = new StoredProof("feasible", null, [new StoredCheck("within-slots", true, "1")]),
        Causes = doubt > 0 ? [new StoredDoubt(PlanDoubts.BigChange, doubt, new Dictionary<string, string>(StringComparer.Ordinal) { ["percent"] = "40" })] : [],
        Doubt = doubt,
    };

    private async Task WritePolicyAsync(string body)
    {
        using var administrator = await _app.SignedInAsync(Roles.Administrator);
        await administrator.SendAsync("PUT", "/api/v1/review-policies/safe-ones", body).JsonAsync();
    }

    private Task<int> InReviewAsync() => _app.WithAsync<LearningDbContext, int>(db => db.Plans.CountAsync(plan => plan.State == PlanState.InReview && plan.MemberId != _app.World.Stranger && plan.MemberId != _app.World.Neighbour));

    private Task<PlanState> StateAsync(Guid plan) => _app.WithAsync<LearningDbContext, PlanState>(db => db.Plans.Where(one => one.Id == plan).Select(one => one.State).SingleAsync());
}
