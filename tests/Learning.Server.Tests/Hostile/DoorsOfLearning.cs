using System.Net;
using System.Text.Json.Nodes;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Hostile;

/// <summary>Ten hostile inputs and more at the doors of recommendations, plans, reviews, records and signing in.</summary>
public sealed class DoorsOfLearning(SharedApplication app)
{
    private const string Nobody = "01890000-0000-7000-8000-000000000099";

    [Theory]
    [InlineData("/api/v1/me/recommendations")]
    [InlineData("/api/v1/members/01890000-0000-7000-8000-000000000011/recommendations")]
    public async Task Asking_for_recommendations(string path)
    {
        var door = await DoorAsync(Roles.Member, "GET", path);
        foreach (var (query, rule) in new[]
                 {
                     ("limit=0", "fields-invalid"), ("limit=-1", "fields-invalid"), ("limit=101", "fields-invalid"), ("limit=x", "value-not-read"), ("limit=1e3", "value-not-read"),
                     ("limit=99999999999999999999", "value-not-read"), ("q=" + new string('x', 501), "fields-invalid"), ("q=%00", "nul-in-address"),
                 })
        {
            await door.RefusesAsync(query, 400, rule, null, $"{path}?{query}");
        }

        await door.RefusesAsync("another's member", 404, "member-unknown", null, $"/api/v1/members/{app.World.Neighbour}/recommendations");
        await door.RefusesAsync("nobody", 404, "member-unknown", null, $"/api/v1/members/{Nobody}/recommendations");
        await door.RefusesAsync("no id", 400, "value-not-read", null, "/api/v1/members/x/recommendations");
        door.Close();
    }

    [Fact]
    public async Task Asking_why_not()
    {
        var door = await DoorAsync(Roles.Member, "GET", "/api/v1/me/recommendations/why-not");
        await door.RefusesAsync("nothing asked", 400, "value-missing");
        foreach (var material in new[] { "", "x", "rain", "-1", "'%20OR%201=1", "%3Cscript%3E", "00000000" })
        {
            await door.RefusesAsync(material, 400, "value-not-read", null, "/api/v1/me/recommendations/why-not?material=" + material);
        }

        await door.RefusesAsync("none", 404, "material-unknown", null, "/api/v1/me/recommendations/why-not?material=" + Nobody);
        await door.RefusesAsync("zeros", 404, "material-unknown", null, "/api/v1/me/recommendations/why-not?material=" + Guid.Empty);
        await door.RefusesAsync("another's member", 404, "member-unknown", null, $"/api/v1/members/{app.World.Stranger}/recommendations/why-not?material={app.World.Lesson}");
        door.Close();
    }

    [Fact]
    public async Task Drafting_a_plan()
    {
        var door = await DoorAsync(Roles.Member, "POST", $"/api/v1/members/{app.World.Member}/plans");
        await door.RefusesBadJsonAsync();
        await door.RefusesAsync("a past date", 422, "plan-start-invalid", """{"from":"2020-01-01"}""");
        await door.RefusesAsync("the first day", 422, "plan-start-invalid", """{"from":"0001-01-01"}""");
        await door.RefusesAsync("the last day", 422, "plan-start-invalid", """{"from":"9999-12-31","weeks":26}""");
        await door.RefusesAsync("no such day", 400, "json-value-invalid", """{"from":"2027-02-30"}""");
        await door.RefusesAsync("no weeks", 400, "fields-invalid", """{"weeks":0}""");
        await door.RefusesAsync("too many weeks", 400, "fields-invalid", """{"weeks":27}""");
        await door.RefusesAsync("weeks without end", 400, "json-value-invalid", """{"weeks":99999999999}""");
        await door.RefusesAsync("another's member", 404, "member-unknown", "{}", $"/api/v1/members/{app.World.Neighbour}/plans");
        await door.RefusesAsync("nobody", 404, "member-unknown", "{}", $"/api/v1/members/{Nobody}/plans");
        door.Close();
    }

    [Fact]
    public async Task Reading_and_listing_plans()
    {
        var door = await DoorAsync(Roles.Coordinator, "GET", "/api/v1/plans");
        foreach (var (query, rule) in new[]
                 {
                     ("state=", "plan-state-unknown"), ("state=done", "plan-state-unknown"), ("state=%3Cscript%3E", "plan-state-unknown"), ("limit=0", "fields-invalid"), ("limit=101", "fields-invalid"), ("limit=x", "value-not-read"), ("cursor=x", "cursor-invalid"),
                 })
        {
            await door.RefusesAsync(query, 400, rule, null, "/api/v1/plans?" + query);
        }

        await door.RefusesAsync("none", 404, "plan-unknown", null, "/api/v1/plans/" + Nobody);
        await door.RefusesAsync("zeros", 404, "plan-unknown", null, "/api/v1/plans/" + Guid.Empty);
        await door.RefusesAsync("no id", 400, "value-not-read", null, "/api/v1/plans/1");
        door.Close();
    }

    [Fact]
    public async Task Approving_returning_and_adjusting()
    {
        var (mine, others) = (await PlanAsync(app.World.Neighbour), await PlanAsync(app.World.Stranger));
        foreach (var (act, good) in new[] { ("approve", """{"reason":"x"}"""), ("return", """{"reason":"x"}"""), ("adjust", "{}"), ("renew", """{"reason":"x"}""") })
        {
            var door = await DoorAsync(Roles.Coordinator, "POST", $"/api/v1/plans/{mine}/{act}");
            await (act is "approve" or "renew" ? Task.CompletedTask : door.RefusesAsync("empty", 400, "body-missing", ""));
            await door.RefusesAsync("huge", 413, "body-too-large", $"{{\"reason\":\"{new string('x', 2_000_000)}\"}}");
            await door.RefusesAsync("wrong type", 415, "content-type-not-read", "x", null, "text/plain");
            await door.RefusesAsync("no JSON", 400, "json-invalid", "{");
            await door.RefusesAsync("another shape", 400, "json-value-invalid", "[]");
            await door.RefusesAsync("NUL", 400, "json-value-invalid", """{"reason":"\u0000"}""");
            await door.RefusesAsync("a reason without end", 400, "fields-invalid", $$"""{"reason":"{{new string('x', 1001)}}"}""");
            await door.RefusesAsync("another's plan", 404, "plan-unknown", good, $"/api/v1/plans/{others}/{act}");
            await door.RefusesAsync("none", 404, "plan-unknown", good, $"/api/v1/plans/{Nobody}/{act}");
            await door.RefusesAsync("no id", 400, "value-not-read", good, $"/api/v1/plans/x/{act}");
            await door.RefusesAsync("an old version", 412, "if-match-stale", good, null, "application/json", ("If-Match", "\"0\""));
            door.Close();
        }

        var adjust = await DoorAsync(Roles.Coordinator, "POST", $"/api/v1/plans/{mine}/adjust");
        await adjust.RefusesAsync("null in a list", 400, "json-value-invalid", """{"pins":[null]}""");
        await adjust.RefusesAsync("a material that is none", 422, "material-unknown", $$"""{"bans":["{{Nobody}}"]}""");
        await adjust.RefusesAsync("a pin that is none", 422, "pin-not-plannable", $$"""{"pins":[{"material":"{{Nobody}}","date":"{{DateTime.UtcNow.AddDays(3):yyyy-MM-dd}}"}]}""");
        adjust.Holds();
        var member = await DoorAsync(Roles.Member, "POST", $"/api/v1/plans/{mine}/approve");
        await member.RefusesAsync("a member who approves", 403, "not-allowed", "{}");
        member.Holds();
    }

    [Fact]
    public async Task Reporting_records()
    {
        var door = await DoorAsync(Roles.Member, "POST", "/api/v1/records");
        await door.RefusesBadJsonAsync();
        await door.RefusesAsync("null", 400, "json-value-invalid", "[null]");
        await door.RefusesAsync("a verb nobody knows", 400, "json-value-unknown", Record("""  "verb":"ranked"  """));
        await door.RefusesAsync("no time", 400, "json-value-invalid", Record(""" "at":"yesterday" """));
        await door.RefusesAsync("very many", 422, "records-too-many", $"[{string.Join(',', Enumerable.Repeat(Record("")[1..^1], 1001))}]");
        await door.RefusesItemAsync("zeros", "record-id-empty", Record($""" "id":"{Guid.Empty}" """));
        await door.RefusesItemAsync("another's member", "member-unknown", Record($""" "member":"{app.World.Neighbour}" """));
        await door.RefusesItemAsync("a material that is none", "material-unknown", Record($""" "material":"{Nobody}" """));
        await door.RefusesItemAsync("the year 1", "record-time-invalid", Record(""" "at":"0001-01-01T00:00:00Z" """));
        await door.RefusesItemAsync("the year 9999", "record-time-invalid", Record(""" "at":"9999-12-31T23:59:59Z" """));
        await door.RefusesItemAsync("another record with its id", "record-id-taken", Record($""" "id":"{TestWorld.Id(31)}","verb":"saved" """));
        await door.RefusesItemAsync("a score beyond", "recall-score-invalid", Record(""" "verb":"recalled","result":{"score":7} """));
        await door.RefusesItemAsync("a recall without answers", "recall-result-missing", Record(""" "verb":"recalled" """));
        door.Close();
    }

    [Fact]
    public async Task Signing_in_and_renewing()
    {
        var door = new DoorTrial(app.Stranger("zh"), "POST", "/api/v1/sign-in");
        await door.RefusesBadJsonAsync();
        await door.RefusesAsync("nothing in it", 400, "value-missing", "{}");
        await door.RefusesAsync("a name without end", 400, "fields-invalid", $$"""{"userName":"{{new string('x', 300)}}","password":"x"}""");
        await door.RefusesAsync("SQL", 401, "sign-in-refused", """{"userName":"' OR 1=1 --","password":"x"}""");
        await door.RefusesAsync("null", 400, "json-value-invalid", """{"userName":null,"password":"x"}""");
        door.Close();
        var renew = new DoorTrial(app.Stranger("zh"), "POST", "/api/v1/sign-in/refresh");
        await renew.RefusesBadJsonAsync();
        await renew.RefusesAsync("no token", 401, "refresh-refused", """{"refreshToken":"x"}""");
        await renew.RefusesAsync("a token without end", 400, "fields-invalid", $$"""{"refreshToken":"{{new string('x', 600)}}"}""");
        renew.Close();
    }

    [Fact]
    public async Task Pages_of_my_records_and_how_it_ranks()
    {
        var door = await DoorAsync(Roles.Member, "GET", "/api/v1/me/records");
        foreach (var (query, rule) in new[]
                 {
                     ("limit=0", "fields-invalid"), ("limit=-1", "fields-invalid"), ("limit=101", "fields-invalid"), ("limit=", "value-not-read"), ("limit=x", "value-not-read"), ("limit=99999999999", "value-not-read"),
                     ("cursor=x", "cursor-invalid"), ("cursor=%E5%BC%A0", "cursor-invalid"), ("cursor=AgAAAAAAAAAAAAAAAAAAAAA", "cursor-invalid"), ("cursor=%00", "nul-in-address"),
                 })
        {
            await door.RefusesAsync(query, 400, rule, null, "/api/v1/me/records?" + query);
        }

        door.Close();
        using var stranger = app.Stranger("zh");
        foreach (var odd in new[] { "?x=%ff", "?limit=-1", "?", "?a[]=1&a[]=2" })
        {
            Assert.Equal(HttpStatusCode.OK, (await stranger.SendAsync("GET", "/api/v1/algorithm" + odd)).StatusCode);
        }
    }

    private string Record(string fields)
    {
        var record = new JsonObject
        {
            ["id"] = Guid.CreateVersion7().ToString(),
            ["verb"] = "completed",
            ["material"] = app.World.Lesson.ToString(),
            ["at"] = "2026-01-06T00:00:00Z",
        };
        foreach (var (name, value) in JsonNode.Parse($"{{{fields}}}")!.AsObject().ToList())
        {
            record[name] = value?.DeepClone();
        }

        return $"[{record.ToJsonString()}]";
    }

    private async Task<string> PlanAsync(Guid member)
    {
        using var administrator = await app.SignedInAsync(Roles.Administrator);
        return (string)(await administrator.SendAsync("POST", $"/api/v1/members/{member}/plans", """{"weeks":1}""").JsonAsync(HttpStatusCode.Created))["id"]!;
    }

    private async Task<DoorTrial> DoorAsync(string role, string method, string path) => new(await app.SignedInAsync(role, "zh"), method, path);
}
