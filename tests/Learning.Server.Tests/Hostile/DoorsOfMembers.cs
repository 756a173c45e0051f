using System.Text.Json.Nodes;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Hostile;

/// <summary>Ten hostile inputs and more at every door of members, groups and one's own data.</summary>
public sealed class DoorsOfMembers(SharedApplication app)
{
    private const string Nobody = "01890000-0000-7000-8000-000000000099";
    private static readonly (string, string) AnyVersion = ("If-Match", "*");

    [Fact]
    public async Task Adding_a_member()
    {
        var door = await DoorAsync(Roles.Coordinator, "POST", "/api/v1/members");
        await door.RefusesBadJsonAsync();
        await door.RefusesAsync("NUL", 400, "json-value-invalid", """{"name":"a\u0000b"}""");
        await door.RefusesAsync("half a character", 400, "json-value-invalid", """{"name":"\ud800"}""");
        await door.RefusesAsync("null in a list", 400, "json-value-invalid", """{"name":"x","groups":[null]}""");
        await door.RefusesAsync("a name without end", 400, "fields-invalid", $$"""{"name":"{{new string('长', 5000)}}"}""");
        await door.RefusesAsync("another's group", 422, "group-unknown", """{"name":"x","groups":["other-district"]}""");
        await door.RefusesAsync("born tomorrow", 422, "birth-year-invalid", """{"name":"x","groups":["demo-district"],"birthYear":2099}""");
        await door.RefusesAsync("no such date", 400, "json-value-invalid", """{"name":"x","exemptions":[{"kind":"ill","until":"2027-02-30"}]}""");
        await door.RefusesAsync("a key twice", 409, "member-key-taken", """{"name":"x","key":"neighbour","groups":["demo-district"]}""");
        await door.RefusesAsync("a code that does not exist", 422, "occupation-code-invalid", """{"name":"x","groups":["demo-district"],"occupation":{"code":"4-99-99-99"}}""");
        await door.RefusesAsync("a key of a request with a blank", 400, "idempotency-key-invalid", """{"name":"x"}""", null, "application/json", ("Idempotency-Key", "a b"));
        await door.TakesAsTextAsync(text => new JsonObject { ["name"] = text, ["groups"] = new JsonArray("demo-district"), ["occupation"] = text });
        door.Close();
    }

    [Fact]
    public async Task Changing_a_member()
    {
        var path = $"/api/v1/members/{app.World.Neighbour}";
        var door = await DoorAsync(Roles.Coordinator, "PUT", path);
        await door.RefusesBadJsonAsync(null, AnyVersion);
        await door.RefusesAsync("no version", 428, "if-match-required", """{"name":"x"}""");
        await door.RefusesAsync("no version's form", 428, "if-match-required", """{"name":"x"}""", null, "application/json", ("If-Match", "1"));
        await door.RefusesAsync("an old version", 412, "if-match-stale", """{"name":"x"}""", null, "application/json", ("If-Match", "\"0\""));
        await door.RefusesAsync("a weak version", 412, "if-match-stale", """{"name":"x"}""", null, "application/json", ("If-Match", "W/\"1\""));
        await door.RefusesAsync("another's member", 404, "member-unknown", """{"name":"x"}""", $"/api/v1/members/{app.World.Stranger}", "application/json", AnyVersion);
        await door.RefusesAsync("nobody", 404, "member-unknown", """{"name":"x"}""", $"/api/v1/members/{Nobody}", "application/json", AnyVersion);
        await door.RefusesAsync("no id", 400, "value-not-read", """{"name":"x"}""", "/api/v1/members/1%20OR%201=1", "application/json", AnyVersion);
        await door.RefusesAsync("slots on each other", 422, "slot-invalid", """{"name":"x","slots":[{"day":"monday","start":"10:00","minutes":60},{"day":"monday","start":"10:30","minutes":60}]}""", null, "application/json", AnyVersion);
        door.Close();
    }

    [Fact]
    public async Task Listing_and_reading_members()
    {
        var door = await DoorAsync(Roles.Coordinator, "GET", "/api/v1/members");
        await RefusesBadPagesAsync(door, "/api/v1/members");
        await door.RefusesAsync("a group without end", 400, "fields-invalid", null, $"/api/v1/members?group={new string('g', 201)}");
        await door.RefusesAsync("NUL", 400, "nul-in-address", null, "/api/v1/members?group=%00");
        await door.RefusesAsync("another's member", 404, "member-unknown", null, $"/api/v1/members/{app.World.Stranger}");
        await door.RefusesAsync("nobody", 404, "member-unknown", null, $"/api/v1/members/{Nobody}");
        await door.RefusesAsync("no id", 400, "value-not-read", null, "/api/v1/members/'%20OR%201=1--");
        door.Close();
    }

    [Fact]
    public async Task Erasing_a_member()
    {
        var door = await DoorAsync(Roles.Coordinator, "DELETE", $"/api/v1/members/{app.World.Stranger}");
        await door.RefusesAsync("another's member", 404, "member-unknown");
        foreach (var (what, id) in new[] { ("nobody", Nobody), ("zeros", Guid.Empty.ToString()), ("the last id there is", Guid.AllBitsSet.ToString()) })
        {
            await door.RefusesAsync(what, 404, "member-unknown", null, $"/api/v1/members/{id}");
        }

        foreach (var id in new[] { "x", "-1", "%E5%BC%A0", "*", "1%2C2", "..%2fmembers" })
        {
            await door.RefusesAsync(id, 400, "value-not-read", null, $"/api/v1/members/{id}");
        }

        await door.RefusesAsync("all", 405, "method-not-allowed", null, "/api/v1/members");
        door.Close();
    }

    [Fact]
    public async Task Making_and_listing_groups()
    {
        var door = await DoorAsync(Roles.Coordinator, "POST", "/api/v1/groups");
        await door.RefusesBadJsonAsync();
        await door.RefusesAsync("nothing in it", 400, "value-missing", "{}");
        await door.RefusesAsync("blank", 400, "fields-invalid", """{"key":" ","nameZh":" ","nameEn":" "}""");
        await door.RefusesAsync("at the top", 422, "group-unknown", """{"key":"k","nameZh":"组","nameEn":"g"}""");
        await door.RefusesAsync("below another's", 422, "group-unknown", """{"key":"k","nameZh":"组","nameEn":"g","parent":"other-district"}""");
        await door.RefusesAsync("a key twice", 409, "group-key-taken", """{"key":"station-1","nameZh":"组","nameEn":"g","parent":"demo-district"}""");
        await door.RefusesAsync("a bell", 422, "group-text-invalid", """{"key":"k\u0007","nameZh":"组","nameEn":"g","parent":"demo-district"}""");
        var list = await DoorAsync(Roles.Coordinator, "GET", "/api/v1/groups");
        await RefusesBadPagesAsync(list, "/api/v1/groups");
        door.Close();
    }

    [Fact]
    public async Task Finding_occupations()
    {
        const string Path = "/api/v1/occupations";
        var door = await DoorAsync(Roles.Member, "GET", Path);
        await door.RefusesAsync("nothing asked", 400, "value-missing", null, Path);
        await door.RefusesAsync("empty", 400, "fields-invalid", null, Path + "?q=");
        await door.RefusesAsync("blank", 400, "fields-invalid", null, Path + "?q=%20%20");
        await door.RefusesAsync("without end", 400, "fields-invalid", null, $"{Path}?q={new string('x', 201)}");
        await door.RefusesAsync("NUL", 400, "nul-in-address", null, Path + "?q=a%00");
        await door.RefusesAsync("another method", 405, "method-not-allowed", null, "/api/v1/sign-in");
        foreach (var words in new[] { "' OR 1=1; DROP TABLE Members", "<script>alert(1)</script>", "\u202e\ufeff", "😀😀", "%ff%fe" })
        {
            using var client = await app.SignedInAsync(Roles.Member);
            var found = await client.SendAsync("GET", $"{Path}?q={(words[0] == '%' ? words : Uri.EscapeDataString(words))}").JsonAsync();
            Assert.False((bool)found["confident"]!);
            await door.RefusesAsync(words, 404, "address-unknown", null, $"/api/v1/occupations/{Uri.EscapeDataString("x" + words.Replace("%", "", StringComparison.Ordinal))}");
        }

        door.Close();
    }

    [Fact]
    public async Task Switching_personalisation_and_taking_tags_away()
    {
        var door = await DoorAsync(Roles.Member, "PUT", "/api/v1/me/personalisation");
        await door.RefusesBadJsonAsync();
        foreach (var (what, rule, body) in new[]
                 {
                     ("nothing", "value-missing", "{}"), ("null", "fields-invalid", """{"on":null}"""), ("a word", "json-value-invalid", """{"on":"yes"}"""), ("a number", "json-value-invalid", """{"on":1}"""),
                 })
        {
            await door.RefusesAsync(what, 400, rule, body);
        }

        door.Close();
        var without = await DoorAsync(Roles.Administrator, "GET", "/api/v1/me/tags");
        foreach (var path in new[] { "/me/tags", "/me/records", "/me/export", "/me/plan", "/me/recommendations", $"/me/recommendations/why-not?material={app.World.Lesson}" })
        {
            await without.RefusesAsync("an account that does not learn", 404, "no-member-here", null, "/api/v1" + path);
        }
    }

    [Fact]
    public async Task Importing_a_roster()
    {
        var door = await DoorAsync(Roles.Coordinator, "POST", "/api/v1/members/import");
        const string Csv = "text/csv";
        await door.RefusesAsync("empty", 422, "roster-empty", "", null, Csv);
        await door.RefusesAsync("no columns", 422, "roster-columns-missing", "a,b\n1,2\n", null, Csv);
        await door.RefusesAsync("wrong type", 415, "content-type-not-read", "x", null, "application/pdf");
        await door.RefusesAsync("cut off", 422, "roster-unreadable", "[{\"name\":\"x\"", null);
        await door.RefusesAsync("deep", 422, "roster-unreadable", new string('[', 10_000), null);
        await door.RefusesAsync("another shape", 422, "roster-unreadable", "7", null);
        await door.RefusesItemAsync("null", "roster-row-unreadable", "[null]");
        await door.RefusesItemAsync("half a character", "roster-row-unreadable", """[{"name":"\ud800"}]""");
        await door.RefusesItemAsync("another's group", "group-unknown", "name,groups\nx,other-district\n", Csv);
        await door.RefusesItemAsync("another's member", "member-key-taken", "key,name,groups\nstranger,x,demo-district\n", Csv);
        await door.RefusesItemAsync("a duplicate", "roster-row-twice", "key,name,groups\nD-1,x,demo-district\nD-1,x,demo-district\n", Csv);
        await door.RefusesItemAsync("broken UTF-8", "name-invalid", [.. "name,groups\n"u8, 0x07, .. ",demo-district\n"u8], Csv);
        await door.RefusesItemAsync("a year before any", "birth-year-invalid", "name,birthYear,groups\nx,1000,demo-district\n", Csv);
        await door.RefusesItemAsync("a number without end", "roster-number-invalid", "name,birthYear,groups\nx,99999999999999,demo-district\n", Csv);
        await door.RefusesItemAsync("a name without end", "name-invalid", $"name,groups\n{new string('x', 100_000)},demo-district\n", Csv);
        await door.RefusesItemAsync("a quote never closed", "roster-row-unreadable", "name,groups\n\"x,demo-district\n", Csv);
        door.Close();
    }

    private static async Task RefusesBadPagesAsync(DoorTrial door, string path)
    {
        foreach (var (limit, rule) in new[] { ("0", "fields-invalid"), ("-1", "fields-invalid"), ("101", "fields-invalid"), ("99999999999999999999", "value-not-read"), ("abc", "value-not-read"), ("1.5", "value-not-read") })
        {
            await door.RefusesAsync("limit " + limit, 400, rule, null, $"{path}?limit={limit}");
        }

        foreach (var cursor in new[] { "x", "AQAAAAAAAAAAAAAAAAAAAA*", "%E5%BC%A0", "AgAAAAAAAAAAAAAAAAAAAAA" })
        {
            await door.RefusesAsync("cursor " + cursor, 400, "cursor-invalid", null, $"{path}?cursor={cursor}");
        }
    }

    private async Task<DoorTrial> DoorAsync(string role, string method, string path) => new(await app.SignedInAsync(role, "zh"), method, path);
}
