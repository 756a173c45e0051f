using System.Globalization;
using System.Text.Json.Nodes;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Hostile;

/// <summary>Ten hostile inputs and more at the doors of hours, free times, own words and what a plan is told in.</summary>
public sealed class DoorsOfHours(SharedApplication app)
{
    private static readonly string Soon = DateTime.UtcNow.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private const string Nobody = "01890000-0000-7000-8000-000000000099";

    [Fact]
    public async Task Booking_hours()
    {
        var path = $"/api/v1/members/{app.World.Neighbour}/hours";
        var door = await DoorAsync(Roles.Coordinator, "POST", path);
        await door.RefusesBadJsonAsync();
        await door.RefusesAsync("nothing in it", 400, "value-missing", "{}");
        await door.RefusesAsync("a kind nobody gives", 400, "json-value-unknown", Visit(""" "kind":"screen-time" """));
        await door.RefusesAsync("no id", 422, "record-id-empty", Visit($""" "id":"{Guid.Empty}" """));
        await door.RefusesAsync("the year 1", 422, "record-time-invalid", Visit(""" "at":"0001-01-01T00:00:00Z" """));
        await door.RefusesAsync("the year 9999", 422, "record-time-invalid", Visit(""" "at":"9999-12-31T23:59:59Z" """));
        await door.RefusesAsync("no evidence", 422, "hours-evidence-missing", Visit(""" "evidence":"  " """));
        await door.RefusesAsync("evidence without end", 400, "fields-invalid", Visit($""" "evidence":"{new string('x', 1001)}" """));
        await door.RefusesAsync("hours without end", 400, "fields-invalid", Visit(""" "hours":1e20 """));
        await door.RefusesAsync("less than nothing", 400, "fields-invalid", Visit(""" "hours":-1 """));
        await door.RefusesAsync("hours for a lesson", 422, "hours-shape-invalid", Visit(""" "hours":2 """));
        await door.RefusesAsync("a part of a tenth", 422, "hours-not-in-tenths", Visit(""" "kind":"transferred-credit","material":null,"hours":0.15 """));
        await door.RefusesAsync("a lesson that is none", 422, "material-unknown", Visit($""" "material":"{Nobody}" """));
        await door.RefusesAsync("another's member", 404, "member-unknown", Visit(""), $"/api/v1/members/{app.World.Stranger}/hours");
        await door.RefusesAsync("nobody", 404, "member-unknown", Visit(""), $"/api/v1/members/{Nobody}/hours");
        await door.RefusesAsync("no member's id", 400, "value-not-read", Visit(""), "/api/v1/members/x/hours");
        door.Close();
        var member = await DoorAsync(Roles.Member, "POST", path);
        await member.RefusesAsync("a member who gives", 403, "not-allowed", Visit(""));
        member.Holds();
    }

    [Fact]
    public async Task Taking_hours_back()
    {
        var path = $"/api/v1/members/{app.World.Neighbour}/hours/{Nobody}/reverse";
        var door = await DoorAsync(Roles.Coordinator, "POST", path);
        await door.RefusesBadJsonAsync();
        await door.RefusesAsync("nothing in it", 400, "value-missing", "{}");
        await door.RefusesAsync("a blank reason", 400, "fields-invalid", """{"reason":"  "}""");
        await door.RefusesAsync("a reason without end", 400, "fields-invalid", $$"""{"reason":"{{new string('x', 1001)}}"}""");
        await door.RefusesAsync("none", 404, "hours-entry-unknown", """{"reason":"x"}""");
        await door.RefusesAsync("another's member", 404, "member-unknown", """{"reason":"x"}""", $"/api/v1/members/{app.World.Stranger}/hours/{Nobody}/reverse");
        await door.RefusesAsync("no id", 400, "value-not-read", """{"reason":"x"}""", $"/api/v1/members/{app.World.Neighbour}/hours/x/reverse");
        door.Close();
    }

    [Theory]
    [InlineData(Roles.Member, "/api/v1/me/hours")]
    [InlineData(Roles.Coordinator, "/api/v1/members/01890000-0000-7000-8000-000000000012/hours")]
    public async Task Reading_hours(string role, string path)
    {
        var door = await DoorAsync(role, "GET", path);
        foreach (var (query, rule) in new[]
                 {
                     ("limit=0", "fields-invalid"), ("limit=-1", "fields-invalid"), ("limit=101", "fields-invalid"), ("limit=x", "value-not-read"), ("limit=", "value-not-read"), ("limit=99999999999999999999", "value-not-read"),
                     ("cursor=x", "cursor-invalid"), ("cursor=%E5%BC%A0", "cursor-invalid"), ("cursor=%00", "nul-in-address"), ("cursor=AQAAAAAAAAAAAAAAAAAAAA*", "cursor-invalid"),
                 })
        {
            await door.RefusesAsync(query, 400, rule, null, $"{path}?{query}");
        }

        door.Close();
    }

    [Fact]
    public async Task Saying_when_one_is_free()
    {
        var door = await DoorAsync(Roles.Member, "PUT", "/api/v1/me/slots");
        await door.RefusesBadJsonAsync();
        await door.RefusesAsync("nothing in it", 400, "value-missing", "{}");
        await door.RefusesAsync("null", 400, "json-value-invalid", """{"slots":null}""");
        await door.RefusesAsync("null in a list", 400, "json-value-invalid", """{"slots":[null]}""");
        await door.RefusesAsync("a day nobody knows", 400, "json-value-unknown", """{"slots":[{"day":"someday","start":"10:00","minutes":30}]}""");
        await door.RefusesAsync("no time of day", 400, "json-value-invalid", """{"slots":[{"day":"monday","start":"25:00","minutes":30}]}""");
        await door.RefusesAsync("no minutes", 400, "fields-invalid", """{"slots":[{"day":"monday","start":"10:00","minutes":0}]}""");
        await door.RefusesAsync("minutes without end", 400, "fields-invalid", """{"slots":[{"day":"monday","start":"10:00","minutes":2147483647}]}""");
        await door.RefusesAsync("on each other", 422, "slot-invalid", """{"slots":[{"day":"monday","start":"10:00","minutes":60},{"day":"monday","start":"10:30","minutes":60}]}""");
        await door.RefusesAsync("very many", 400, "fields-invalid", $$"""{"slots":[{{string.Join(',', Enumerable.Repeat("""{"day":"monday","start":"10:00","minutes":5}""", 51))}}]}""");
        await door.RefusesAsync("a wish without end", 422, "tag-invalid", $$"""{"slots":[],"wishes":["{{new string('x', 5000)}}"]}""");
        await door.RefusesAsync("an old version", 412, "if-match-stale", """{"slots":[]}""", null, "application/json", ("If-Match", "\"0\""));
        door.Close();
    }

    [Fact]
    public async Task Saying_on_which_dates_it_differs()
    {
        var door = await DoorAsync(Roles.Member, "PUT", "/api/v1/me/slots/exceptions");
        await door.RefusesBadJsonAsync();
        await door.RefusesAsync("nothing in it", 400, "value-missing", "{}");
        await door.RefusesAsync("null", 400, "json-value-invalid", """{"exceptions":null}""");
        await door.RefusesAsync("null in a list", 400, "json-value-invalid", """{"exceptions":[null]}""");
        await door.RefusesAsync("no date", 400, "value-missing", """{"exceptions":[{"slots":[]}]}""");
        await door.RefusesAsync("no times, not even none", 400, "value-missing", $$"""{"exceptions":[{"date":"{{Soon}}"}]}""");
        await door.RefusesAsync("no such date", 400, "json-value-invalid", """{"exceptions":[{"date":"2027-02-30","slots":[]}]}""");
        await door.RefusesAsync("gone by", 422, "slot-exception-invalid", """{"exceptions":[{"date":"2020-01-01","slots":[]}]}""");
        await door.RefusesAsync("before all time", 422, "slot-exception-invalid", """{"exceptions":[{"date":"0001-01-01","slots":[]}]}""");
        await door.RefusesAsync("at the end of time", 422, "slot-exception-invalid", """{"exceptions":[{"date":"9999-12-31","slots":[]}]}""");
        await door.RefusesAsync("a date twice", 422, "slot-exception-invalid", $$"""{"exceptions":[{"date":"{{Soon}}","slots":[]},{"date":"{{Soon}}","slots":[]}]}""");
        await door.RefusesAsync("no minutes", 400, "fields-invalid", Day("""{"start":"10:00","minutes":0}"""));
        await door.RefusesAsync("minutes without end", 400, "fields-invalid", Day("""{"start":"10:00","minutes":2147483647}"""));
        await door.RefusesAsync("no time of day", 400, "json-value-invalid", Day("""{"start":"25:00","minutes":30}"""));
        await door.RefusesAsync("within a minute", 422, "slot-exception-invalid", Day("""{"start":"10:00:30","minutes":30}"""));
        await door.RefusesAsync("past midnight", 422, "slot-exception-invalid", Day("""{"start":"23:50","minutes":30}"""));
        await door.RefusesAsync("on each other", 422, "slot-exception-invalid", Day("""{"start":"10:00","minutes":60},{"start":"10:30","minutes":60}"""));
        await door.RefusesAsync("very many times", 400, "fields-invalid", Day(string.Join(',', Enumerable.Repeat("""{"start":"10:00","minutes":5}""", 11))));
        await door.RefusesAsync("very many dates", 400, "fields-invalid", $$"""{"exceptions":[{{string.Join(',', Enumerable.Repeat($$"""{"date":"{{Soon}}","slots":[]}""", 61))}}]}""");
        await door.RefusesAsync("an old version", 412, "if-match-stale", """{"exceptions":[]}""", null, "application/json", ("If-Match", "\"0\""));
        door.Close();

        static string Day(string slots) => $$"""{"exceptions":[{"date":"{{Soon}}","slots":[{{slots}}]}]}""";
    }

    [Fact]
    public async Task Saying_it_in_own_words()
    {
        var door = await DoorAsync(Roles.Member, "POST", "/api/v1/me/slots/understand");
        await door.RefusesBadJsonAsync();
        await door.RefusesAsync("nothing in it", 400, "value-missing", "{}");
        await door.RefusesAsync("null", 400, "json-value-invalid", """{"text":null}""");
        await door.RefusesAsync("empty", 400, "fields-invalid", """{"text":""}""");
        await door.RefusesAsync("without end", 400, "fields-invalid", $$"""{"text":"{{new string('每', 5000)}}"}""");
        await door.RefusesAsync("NUL", 400, "json-value-invalid", """{"text":"周一\u0000"}""");
        await door.TakesAsTextAsync(text => new JsonObject { ["text"] = text });
        await door.TakesAsTextAsync(text => new JsonObject { ["text"] = "周一周一周一晚上晚上99点到-5点半半半 " + text });
        door.Close();
    }

    [Theory]
    [InlineData("/api/v1/plans/{0}/letter", Roles.Member)]
    [InlineData("/api/v1/plans/{0}/items/01890000-0000-7000-8000-000000000021/why", Roles.Member)]
    [InlineData("/api/v1/plans/{0}/attention", Roles.Coordinator)]
    public async Task What_a_plan_is_told_in(string path, string role)
    {
        var door = await DoorAsync(role, "GET", path);
        foreach (var id in new[] { "x", "-1", "0", "%E5%BC%A0", "'%20OR%201=1--", "%3Cscript%3E", "99999999999999999999" })
        {
            await door.RefusesAsync(id, 400, "value-not-read", null, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id));
        }

        foreach (var id in new[] { Nobody, Guid.Empty.ToString(), app.World.Member.ToString() })
        {
            await door.RefusesAsync(id, 404, "plan-unknown", null, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id));
        }

        door.Close();
    }

    private string Visit(string fields)
    {
        var visit = new JsonObject { ["id"] = Guid.CreateVersion7().ToString(), ["kind"] = "door-visit", ["at"] = "2026-02-01T06:00:00Z", ["material"] = app.World.Lesson.ToString(), ["evidence"] = "上门" };
        foreach (var (name, value) in JsonNode.Parse($"{{{fields}}}")!.AsObject().ToList())
        {
            visit[name] = value?.DeepClone();
        }

        return visit.ToJsonString();
    }

    private async Task<DoorTrial> DoorAsync(string role, string method, string path) => new(await app.SignedInAsync(role, "zh"), method, path);
}
