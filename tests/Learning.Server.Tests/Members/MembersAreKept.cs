using System.Net;
using System.Text.Json.Nodes;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Members;

public sealed class MembersAreKept(SharedApplication app)
{
    private const string Path = "/api/v1/members";

    [Fact]
    public async Task What_is_told_of_a_member_comes_back_and_can_be_sent_back_unchanged()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator, "zh");
        var answer = await coordinator.SendAsync("POST", Path, """
            {"key":"K-1","name":"李秀英","age":38,"occupation":"送外卖的","groups":["station-1"],"language":"zh","dailyCapMinutes":60,
             "slots":[{"day":"monday","start":"10:00","minutes":45,"modes":["listen","read"]}],
             "quietTimes":[{"from":"11:00","to":"13:30","why":"peak"}],"exemptions":[{"kind":"ill","until":"2027-01-31"}],"tags":["first-aid"]}
            """);
        var made = await Task.FromResult(answer).JsonAsync(HttpStatusCode.Created);
        var address = answer.Headers.Location!.ToString();

        Assert.Equal($"{Path}/{made["id"]}", address);
        Assert.Equal(38, (int?)made["age"]);
        Assert.Equal("送外卖的", (string?)made["occupation"]!["said"]);
        Assert.Equal("station-1组", (string?)made["groups"]![0]!["name"]);
        Assert.Equal("10:00", (string?)made["slots"]![0]!["start"]);
        Assert.Equal("coordinator", (string?)made["tags"]![0]!["from"]);
        Assert.True((bool?)made["personalisation"]);

        var read = await coordinator.SendAsync("GET", address).JsonAsync();
        Assert.Equal(made.ToJsonString(), read.ToJsonString());
        var again = await Put(coordinator, address, read, "\"1\"").JsonAsync();
        Assert.Equal(made.ToJsonString(), again.ToJsonString());
    }

    [Fact]
    public async Task An_occupation_is_named_where_it_is_sure_and_comes_with_candidates_where_it_is_not()
    {
        foreach (var (language, name) in new[] { ("zh", "网约配送员"), ("en", "Food delivery rider") })
        {
            using var coordinator = await app.SignedInAsync(Roles.Coordinator, language);
            var sure = (await coordinator.SendAsync("POST", Path, """{"name":"x","groups":["demo-district"],"occupation":"送外卖的"}""").JsonAsync(HttpStatusCode.Created))["occupation"]!;
            Assert.Equal("4-10-08-01", (string?)sure["code"]);
            Assert.Equal(name, (string?)sure["name"]);
            Assert.Null(sure["candidates"]);

            var open = (await coordinator.SendAsync("POST", Path, """{"name":"x","groups":["demo-district"],"occupation":"在工地帮忙"}""").JsonAsync(HttpStatusCode.Created))["occupation"]!;
            Assert.Null(open["code"]);
            Assert.NotEmpty(open["candidates"]!.AsArray());
            Assert.All(open["candidates"]!.AsArray(), candidate => Assert.NotEmpty((string)candidate!["name"]!));
        }
    }

    [Theory]
    [InlineData("retired")]
    [InlineData("4-02")]
    [InlineData("4-10-08-01")]
    public async Task A_code_of_the_classification_is_taken_whole_or_cut_short(string code)
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        var made = await coordinator.SendAsync("POST", Path, $$"""{"name":"x","groups":["demo-district"],"occupation":{"code":"{{code}}" } }""").JsonAsync(HttpStatusCode.Created);
        Assert.Equal(code, (string?)made["occupation"]!["code"]);
        Assert.NotEmpty((string)made["occupation"]!["name"]!);
    }

    [Fact]
    public async Task A_change_names_the_version_it_saw()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        var (address, member) = await MakeAsync(coordinator);
        member["name"] = "王芳";

        await coordinator.SendAsync("PUT", address, member.ToJsonString()).ProblemAsync(HttpStatusCode.PreconditionRequired, "if-match-required");
        await Put(coordinator, address, member, "\"7\"").ProblemAsync(HttpStatusCode.PreconditionFailed, "if-match-stale");
        await Put(coordinator, address, member, "nonsense").ProblemAsync(HttpStatusCode.PreconditionRequired, "if-match-required");
        var changed = await Put(coordinator, address, member, "\"1\"");

        Assert.Equal("\"2\"", changed.Headers.ETag!.Tag);
        Assert.Equal("王芳", (string?)(await coordinator.SendAsync("GET", address).JsonAsync())["name"]);
    }

    [Fact]
    public async Task A_transfer_begins_a_membership_and_overwrites_none()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        var (address, member) = await MakeAsync(coordinator);
        member["groups"] = new JsonArray("station-1");

        var moved = await Put(coordinator, address, member, "\"1\"").JsonAsync();

        Assert.Equal("station-1", (string?)Assert.Single(moved["groups"]!.AsArray())!["key"]);
        var kept = await app.WithAsync<Learning.Data.LearningDbContext, int>(db => Task.FromResult(db.GroupMemberships.Count(membership => membership.MemberId == (Guid)member["id"]!)));
        Assert.Equal(2, kept);
    }

    [Theory]
    [InlineData("""{"name":"x","groups":["demo-district"],"birthYear":2099}""", "birth-year-invalid")]
    [InlineData("""{"name":"x","groups":["demo-district"],"timeZone":"Mars/Olympus"}""", "time-zone-unknown")]
    [InlineData("""{"name":"x","groups":["demo-district"],"language":"fr"}""", "language-unknown")]
    [InlineData("""{"name":"x","groups":["demo-district"],"occupation":{"code":"no"}}""", "occupation-code-invalid")]
    [InlineData("""{"name":"x","groups":["demo-district"],"occupation":{"code":"4-99-99-99"}}""", "occupation-code-invalid")]
    [InlineData("""{"name":"x","groups":["demo-district"],"occupation":{"code":"8-88"}}""", "occupation-code-invalid")]
    [InlineData("""{"name":"x","groups":["demo-district"],"slots":[{"day":"monday","start":"23:50","minutes":30}]}""", "slot-invalid")]
    [InlineData("""{"name":"x","groups":["demo-district"],"slots":[{"day":"monday","start":"10:00","minutes":30},{"day":"monday","start":"10:10","minutes":30}]}""", "slot-invalid")]
    [InlineData("""{"name":"x","groups":["demo-district"],"quietTimes":[{"from":"22:00","to":"06:00"}]}""", "quiet-time-invalid")]
    [InlineData("""{"name":"x","groups":["demo-district"],"exemptions":[{"kind":"Tired Today"}]}""", "exemption-invalid")]
    [InlineData("""{"name":"x","groups":["demo-district"],"tags":["a\u0007"]}""", "tag-invalid")]
    [InlineData("""{"name":"x"}""", "group-missing")]
    [InlineData("""{"name":"x","groups":["other-district"]}""", "group-unknown")]
    public async Task What_makes_no_sense_is_refused_by_name(string body, string rule)
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        await coordinator.SendAsync("POST", Path, body).ProblemAsync(HttpStatusCode.UnprocessableEntity, rule);
    }

    [Fact]
    public async Task A_key_is_given_once()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        await coordinator.SendAsync("POST", Path, """{"name":"x","key":"stranger","groups":["demo-district"]}""").ProblemAsync(HttpStatusCode.Conflict, "member-key-taken");
    }

    [Fact]
    public async Task An_erased_member_is_gone()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        var (address, _) = await MakeAsync(coordinator);

        await coordinator.SendAsync("DELETE", address).JsonAsync(HttpStatusCode.NoContent);

        await coordinator.SendAsync("GET", address).ProblemAsync(HttpStatusCode.NotFound, "member-unknown");
        await coordinator.SendAsync("DELETE", address).ProblemAsync(HttpStatusCode.NotFound, "member-unknown");
    }

    private static async Task<(string Address, JsonObject Member)> MakeAsync(HttpClient coordinator)
    {
        var made = await coordinator.SendAsync("POST", Path, """{"name":"赵明","groups":["demo-district"]}""").JsonAsync(HttpStatusCode.Created);
        return ($"{Path}/{made["id"]}", made.AsObject());
    }

    private static Task<HttpResponseMessage> Put(HttpClient client, string address, JsonNode member, string version) =>
        client.SendAsync("PUT", address, member.ToJsonString(), "application/json", ("If-Match", version));
}
