using System.Net;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Members;

/// <summary>A member sees no other member, a coordinator nobody beyond the own groups; what is out of scope looks like what is not there.</summary>
public sealed class NobodySeesBeyond(SharedApplication app)
{
    [Fact]
    public async Task A_member_sees_the_own_data_and_nobody_elses()
    {
        using var member = await app.SignedInAsync(Roles.Member);

        await member.SendAsync("GET", Of(app.World.Member)).JsonAsync();
        await Unseen(member, app.World.Neighbour);
        await Unseen(member, app.World.Stranger);
    }

    [Fact]
    public async Task A_coordinator_sees_the_own_groups_and_those_below_and_no_others()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);

        await coordinator.SendAsync("GET", Of(app.World.Member)).JsonAsync();
        await coordinator.SendAsync("GET", Of(app.World.Neighbour)).JsonAsync();
        await Unseen(coordinator, app.World.Stranger);
        var listed = (await coordinator.SendAsync("GET", "/api/v1/members?limit=100").JsonAsync()).Items().Select(item => (Guid)item["id"]!).ToList();
        Assert.Contains(app.World.Member, listed);
        Assert.DoesNotContain(app.World.Stranger, listed);
        var groups = (await coordinator.SendAsync("GET", "/api/v1/groups").JsonAsync()).Items().Select(item => (string)item["key"]!).ToList();
        Assert.Contains("station-1", groups);
        Assert.DoesNotContain("other-district", groups);
    }

    [Fact]
    public async Task An_administrator_sees_the_organisation()
    {
        using var administrator = await app.SignedInAsync(Roles.Administrator);

        await administrator.SendAsync("GET", Of(app.World.Stranger)).JsonAsync();
        await administrator.SendAsync("GET", "/api/v1/me/tags").ProblemAsync(HttpStatusCode.NotFound, "no-member-here");
    }

    [Fact]
    public async Task A_member_does_not_decide_what_a_coordinator_decides()
    {
        using var member = await app.SignedInAsync(Roles.Member);
        var answer = await member.SendAsync("GET", Of(app.World.Member));
        var me = (await Task.FromResult(answer).JsonAsync()).AsObject();
        var version = ("If-Match", answer.Headers.ETag!.Tag);

        me["exemptions"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["kind"] = "ill" });
        await member.SendAsync("PUT", Of(app.World.Member), me.ToJsonString(), "application/json", version).ProblemAsync(HttpStatusCode.Forbidden, "coordinator-decides");
        me["exemptions"] = null;
        me["groups"] = new System.Text.Json.Nodes.JsonArray();
        await member.SendAsync("PUT", Of(app.World.Member), me.ToJsonString(), "application/json", version).ProblemAsync(HttpStatusCode.Forbidden, "coordinator-decides");
        me["groups"] = new System.Text.Json.Nodes.JsonArray("other-district");
        await member.SendAsync("PUT", Of(app.World.Member), me.ToJsonString(), "application/json", version).ProblemAsync(HttpStatusCode.UnprocessableEntity, "group-unknown");
    }

    [Fact]
    public async Task A_coordinator_makes_groups_below_the_own_ones_only()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        const string Body = """{"key":"station-9","nameZh":"九号站","nameEn":"Station 9","parent":"demo-district"}""";

        await coordinator.SendAsync("POST", "/api/v1/groups", Body).JsonAsync(HttpStatusCode.Created);
        await coordinator.SendAsync("POST", "/api/v1/groups", Body).ProblemAsync(HttpStatusCode.Conflict, "group-key-taken");
        await coordinator.SendAsync("POST", "/api/v1/groups", Body.Replace("demo-district", "other-district", StringComparison.Ordinal)).ProblemAsync(HttpStatusCode.UnprocessableEntity, "group-unknown");
        await coordinator.SendAsync("POST", "/api/v1/groups", """{"key":"top","nameZh":"顶","nameEn":"Top"}""").ProblemAsync(HttpStatusCode.UnprocessableEntity, "group-unknown");
    }

    private static string Of(Guid member) => $"/api/v1/members/{member}";

    private static async Task Unseen(HttpClient client, Guid member)
    {
        var hidden = await client.SendAsync("GET", Of(member)).ProblemAsync(HttpStatusCode.NotFound, "member-unknown");
        var absent = await client.SendAsync("GET", Of(TestWorld.Id(99))).ProblemAsync(HttpStatusCode.NotFound, "member-unknown");
        Assert.Equal((string?)hidden["title"], (string?)absent["title"]);
        await client.SendAsync("PUT", Of(member), """{"name":"x"}""", "application/json", ("If-Match", "*")).ProblemAsync(HttpStatusCode.NotFound, "member-unknown");
    }
}
