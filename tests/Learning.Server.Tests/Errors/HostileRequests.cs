using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Errors;

/// <summary>No input gives a 500, and every refusal says what, where and how to mend it, in the reader's language.</summary>
public sealed class HostileRequests(SharedApplication app)
{
    private const string Member = "/api/v1/members";

    [Theory]
    [InlineData("", "body-missing")]
    [InlineData("null", "body-missing")]
    [InlineData("{", "json-invalid")]
    [InlineData("[]", "json-value-invalid")]
    [InlineData("not json", "json-invalid")]
    [InlineData("""{"name": 7}""", "json-value-invalid")]
    [InlineData("""{"name": "x", "birthYear": "1990"}""", "json-value-invalid")]
    [InlineData("""{"name": "x", "birthYear": 99999999999}""", "json-value-invalid")]
    [InlineData("""{"name": "\u0000"}""", "json-value-invalid")]
    [InlineData("""{"name": "\ud800"}""", "json-value-invalid")]
    [InlineData("""{"name": "x", "slots": [{"day": "someday", "start": "10:00", "minutes": 30}]}""", "json-value-unknown")]
    [InlineData("""{"name": "x", "slots": [{"day": 1, "start": "10:00", "minutes": 30}]}""", "json-value-unknown")]
    [InlineData("""{"name": "x", "slots": [{"day": "monday", "start": "25:00", "minutes": 30}]}""", "json-value-invalid")]
    [InlineData("""{"name": "x", "slots": [{"day": "monday"}]}""", "value-missing")]
    [InlineData("{}", "fields-invalid")]
    [InlineData("""{"name": ""}""", "fields-invalid")]
    public async Task Bad_json_says_what_and_where(string body, string rule)
    {
        foreach (var language in new[] { "en", "zh-CN,zh;q=0.9" })
        {
            using var coordinator = await app.SignedInAsync(Roles.Coordinator, language);
            var problem = await coordinator.SendAsync("POST", Member, body).ProblemAsync(HttpStatusCode.BadRequest, rule);
            Assert.Equal(language[..2] == "zh", ((string)problem["title"]!).Any(letter => letter > '⺀'));
            Assert.DoesNotContain("System.", problem.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", problem.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_place_in_the_json_is_a_line_and_a_column_and_unknown_words_come_with_the_known()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        var problem = await coordinator.SendAsync("POST", Member, "{\n \"name\": \"x\",\n \"slots\": [{\"day\": \"someday\"}]}").ProblemAsync(HttpStatusCode.BadRequest, "json-value-unknown");

        Assert.Contains("line 3", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Contains("monday", (string?)problem["hint"], StringComparison.Ordinal);
        Assert.NotNull(problem["errors"]!["slots[0].day"]);
    }

    [Fact]
    public async Task Broken_utf8_and_foreign_encodings_are_refused()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        var broken = new ByteArrayContent([.. "{\"name\": \""u8, 0xff, 0xfe, .. "\"}"u8]);
        broken.Headers.Add("Content-Type", "application/json");

        await coordinator.PostAsync(new Uri(Member, UriKind.Relative), broken, TestContext.Current.CancellationToken).ProblemAsync(HttpStatusCode.BadRequest, "json-value-invalid");
        await coordinator.SendAsync("POST", Member, "{}", "application/json; charset=gbk").ProblemAsync(HttpStatusCode.UnsupportedMediaType, "charset-not-read");
        await coordinator.SendAsync("POST", Member, "{}", "application/json; charset=no-such-thing").ProblemAsync(HttpStatusCode.UnsupportedMediaType, "charset-not-read");
    }

    [Fact]
    public async Task Another_content_type_and_too_much_are_refused()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);

        await coordinator.SendAsync("POST", Member, "name=x", "application/x-www-form-urlencoded").ProblemAsync(HttpStatusCode.UnsupportedMediaType, "content-type-not-read");
        await coordinator.SendAsync("POST", Member, "<xml/>", "text/xml").ProblemAsync(HttpStatusCode.UnsupportedMediaType, "content-type-not-read");
        await coordinator.SendAsync("POST", Member, $$"""{"name": "{{new string('x', 2_000_000)}}"}""").ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body-too-large");

        // A list where a text should be, or lists too deep: which of the two is seen first lies in how much had arrived.
        using var deep = await coordinator.SendAsync("POST", Member, new StringBuilder("{\"name\":").Insert(8, "[", 100_000).ToString());
        Assert.Equal(HttpStatusCode.BadRequest, deep.StatusCode);
        var rule = (string?)JsonNode.Parse(await deep.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["rule"];
        Assert.Contains(rule, new[] { "json-value-invalid", "json-invalid" });
    }

    [Theory]
    [InlineData("GET", "/nothing-here", HttpStatusCode.NotFound, "address-unknown")]
    [InlineData("GET", "/api/v1/nothing-here", HttpStatusCode.NotFound, "address-unknown")]
    [InlineData("PATCH", "/api/v1/members", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    [InlineData("DELETE", "/api/v1/sign-in", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    [InlineData("GET", "/api/v1/members/not-a-guid", HttpStatusCode.BadRequest, "value-not-read")]
    [InlineData("GET", "/api/v1/members/%E5%BC%A0%E4%B8%89", HttpStatusCode.BadRequest, "value-not-read")]
    [InlineData("GET", "/api/v1/members/' OR 1=1 --", HttpStatusCode.BadRequest, "value-not-read")]
    [InlineData("GET", "/api/v1/members/01890000-0000-7000-8000-000000000099", HttpStatusCode.NotFound, "member-unknown")]
    [InlineData("GET", "/api/v1/members?limit=abc", HttpStatusCode.BadRequest, "value-not-read")]
    [InlineData("GET", "/api/v1/members?limit=-1", HttpStatusCode.BadRequest, "fields-invalid")]
    [InlineData("GET", "/api/v1/members?limit=0", HttpStatusCode.BadRequest, "fields-invalid")]
    [InlineData("GET", "/api/v1/members?limit=100000", HttpStatusCode.BadRequest, "fields-invalid")]
    [InlineData("GET", "/api/v1/members?limit=99999999999999999999", HttpStatusCode.BadRequest, "value-not-read")]
    [InlineData("GET", "/api/v1/members?cursor=nonsense", HttpStatusCode.BadRequest, "cursor-invalid")]
    [InlineData("GET", "/api/v1/members?cursor=AQAAAAAAAAAAAAAAAAAAAA*", HttpStatusCode.BadRequest, "cursor-invalid")]
    [InlineData("GET", "/api/v1/members?group=%00", HttpStatusCode.BadRequest, "nul-in-address")]
    public async Task Bad_addresses_say_what_is_wrong_with_them(string method, string path, HttpStatusCode status, string rule)
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        await coordinator.SendAsync(method, path).ProblemAsync(status, rule);
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "地址不存在")]
    [InlineData("zh-TW", "地址不存在")]
    [InlineData("fr, zh;q=0.5, en;q=0.4", "地址不存在")]
    [InlineData("en-GB", "Address unknown")]
    [InlineData("zh;q=0, en", "Address unknown")]
    [InlineData("fr", "Address unknown")]
    [InlineData(",,;;q=zh;===", "Address unknown")]
    public async Task The_language_of_the_reader_decides(string language, string title)
    {
        using var stranger = app.CreateClient();
        var problem = await stranger.SendAsync("GET", "/nothing", null, "", ("Accept-Language", language)).ProblemAsync(HttpStatusCode.NotFound, "address-unknown");
        Assert.Equal(title, (string?)problem["title"]);
    }

    [Fact]
    public async Task Text_that_looks_like_code_is_kept_as_text()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        const string Name = "<script>alert(1)</script>'; DROP TABLE Members; --";
        var made = await coordinator.SendAsync("POST", Member, System.Text.Json.JsonSerializer.Serialize(new { name = Name, groups = new[] { "demo-district" } })).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(Name, (string?)made["name"]);
        var raw = await (await coordinator.SendAsync("GET", $"{Member}/{made["id"]}")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script>", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_type_of_a_problem_leads_to_what_it_means()
    {
        using var reader = app.Stranger("zh");
        Assert.Equal("版本已过期", (string?)(await reader.SendAsync("GET", "/problems/if-match-stale").JsonAsync())["title"]);
        await reader.SendAsync("GET", "/problems/no-such-rule").ProblemAsync(HttpStatusCode.NotFound, "address-unknown");
    }
}
