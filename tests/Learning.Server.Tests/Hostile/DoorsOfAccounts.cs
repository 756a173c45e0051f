using System.Net;
using System.Text.Json.Nodes;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Hostile;

/// <summary>Ten hostile inputs and more at the doors of accounts, the own password and sessions.</summary>
public sealed class DoorsOfAccounts(SharedApplication app)
{
    private const string Path = "/api/v1/accounts";
    private const string Nobody = "01890000-0000-7000-8000-000000000099";
    private static readonly string[] NoIds = ["x", "-1", "0", "%E5%BC%A0", "'%20OR%201=1--", "%3Cscript%3E", "99999999999999999999"];

    [Fact]
    public async Task Making_an_account()
    {
        var door = await DoorAsync("POST", Path);
        await door.RefusesBadJsonAsync();
        await door.RefusesAsync("nothing in it", 400, "value-missing", "{}");
        await door.RefusesAsync("NUL", 400, "json-value-invalid", """{"userName":"a\u0000b","role":"coordinator"}""");
        await door.RefusesAsync("half a character", 400, "json-value-invalid", """{"userName":"\ud800","role":"coordinator"}""");
        await door.RefusesAsync("a name without end", 400, "fields-invalid", $$"""{"userName":"{{new string('长', 500)}}","role":"coordinator"}""");
        await door.RefusesAsync("a role of one's own", 400, "fields-invalid", """{"userName":"x","role":"<script>"}""");
        await door.RefusesAsync("a duplicate", 409, "account-exists", """{"userName":"member","role":"coordinator"}""");
        await door.RefusesAsync("nobody", 404, "member-unknown", $$"""{"userName":"x1","role":"member","member":"{{Nobody}}"}""");
        await door.RefusesAsync("no group", 422, "group-unknown", """{"userName":"x2","role":"coordinator","coordinates":["' OR 1=1 --"]}""");
        await door.RefusesAsync("very many groups", 400, "fields-invalid", $$"""{"userName":"x3","role":"coordinator","coordinates":[{{string.Join(',', Enumerable.Repeat("\"station-1\"", 51))}}]}""");
        await door.RefusesAsync("null in a list", 400, "json-value-invalid", """{"userName":"x4","role":"coordinator","coordinates":[null]}""");
        await door.RefusesAsync("a password without end", 400, "fields-invalid", $$"""{"userName":"x5","role":"coordinator","password":"{{new string('p', 300)}}"}""");
        await door.TakesAsTextAsync(text => new JsonObject { ["userName"] = text, ["role"] = Roles.Coordinator });
        door.Close();
    }

    [Fact]
    public async Task Listing_and_reading_accounts()
    {
        var door = await DoorAsync("GET", Path);
        foreach (var (query, rule) in new[]
                 {
                     ("limit=0", "fields-invalid"), ("limit=101", "fields-invalid"), ("limit=x", "value-not-read"), ("limit=99999999999999999999", "value-not-read"), ("cursor=x", "cursor-invalid"), ("cursor=%00", "nul-in-address"),
                 })
        {
            await door.RefusesAsync(query, 400, rule, null, $"{Path}?{query}");
        }

        foreach (var id in NoIds)
        {
            await door.RefusesAsync(id, 400, "value-not-read", null, $"{Path}/{id}");
        }

        await door.RefusesAsync("nobody", 404, "account-unknown", null, $"{Path}/{Nobody}");
        await door.RefusesAsync("a member's id", 404, "account-unknown", null, $"{Path}/{app.World.Member}");
        door.Close();
    }

    [Theory]
    [InlineData("POST", "/lock")]
    [InlineData("POST", "/unlock")]
    [InlineData("POST", "/sign-out")]
    [InlineData("DELETE", "")]
    public async Task Locking_unlocking_ending_and_removing(string method, string act)
    {
        var door = await DoorAsync(method, Path + "/{id}" + act);
        foreach (var id in NoIds)
        {
            await door.RefusesAsync(id, 400, "value-not-read", null, $"{Path}/{id}{act}");
        }

        foreach (var id in new[] { Nobody, app.World.Member.ToString(), Guid.Empty.ToString(), Guid.AllBitsSet.ToString() })
        {
            await door.RefusesAsync(id, 404, "account-unknown", null, $"{Path}/{id}{act}");
        }

        door.Close();
    }

    [Fact]
    public async Task Setting_groups_and_passwords_of_others()
    {
        var account = await MakeAsync("hostile-groups");
        var groups = await DoorAsync("PUT", $"{Path}/{account}/groups");
        await groups.RefusesBadJsonAsync();
        await groups.RefusesAsync("nothing in it", 400, "value-missing", "{}");
        await groups.RefusesAsync("null", 400, "json-value-invalid", """{"coordinates":null}""");
        await groups.RefusesAsync("null in a list", 400, "json-value-invalid", """{"coordinates":[null]}""");
        await groups.RefusesAsync("no group", 422, "group-unknown", """{"coordinates":["<script>"]}""");
        await groups.RefusesAsync("nobody", 404, "account-unknown", """{"coordinates":[]}""", $"{Path}/{Nobody}/groups");
        await groups.RefusesAsync("no id", 400, "value-not-read", """{"coordinates":[]}""", $"{Path}/x/groups");
        groups.Close();
        var password = await DoorAsync("POST", $"{Path}/{account}/password");
        await password.RefusesBadJsonAsync();
        await password.RefusesAsync("short", 422, "password-too-weak", """{"password":"x"}""");
        await password.RefusesAsync("empty", 422, "password-too-weak", """{"password":""}""");
        await password.RefusesAsync("the name", 422, "password-too-weak", """{"password":"hostile-groups"}""");
        await password.RefusesAsync("without end", 400, "fields-invalid", $$"""{"password":"{{new string('p', 300)}}"}""");
        await password.RefusesAsync("nobody", 404, "account-unknown", "{}", $"{Path}/{Nobody}/password");
        password.Close();
    }

    [Fact]
    public async Task Changing_the_own_password_and_ending_sessions()
    {
        var door = await DoorAsync("PUT", "/api/v1/me/password", Roles.Member);
        await door.RefusesBadJsonAsync();
        await door.RefusesAsync("nothing in it", 400, "value-missing", "{}");
        await door.RefusesAsync("null", 400, "json-value-invalid", """{"current":null,"new":"three words better"}""");
        await door.RefusesAsync("short", 400, "fields-invalid", """{"current":"x","new":"x"}""");
        await door.RefusesAsync("without end", 400, "fields-invalid", $$"""{"current":"x","new":"{{new string('p', 300)}}"}""");
        await door.RefusesAsync("a demo account", 409, "account-demo-fixed", """{"current":"learning","new":"three words better"}""");
        door.Close();
        var sessions = await DoorAsync("DELETE", "/api/v1/me/sessions/{id}", Roles.Member);
        foreach (var id in NoIds)
        {
            await sessions.RefusesAsync(id, 400, "value-not-read", null, $"/api/v1/me/sessions/{id}");
        }

        // What is no session of the caller is ended already, whoever's it is: the answer tells nothing about others.
        using var member = await app.SignedInAsync(Roles.Member);
        foreach (var id in new[] { Nobody, Guid.Empty.ToString(), app.World.Member.ToString() })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await member.SendAsync("DELETE", $"/api/v1/me/sessions/{id}")).StatusCode);
        }

        await sessions.RefusesAsync("NUL", 400, "nul-in-address", null, $"/api/v1/me/sessions/{Nobody}?x=%00");
        await sessions.RefusesAsync("another method", 405, "method-not-allowed", null, "/api/v1/me/password");
        await sessions.RefusesAsync("deeper", 404, "address-unknown", null, $"/api/v1/me/sessions/{Nobody}/x");
        sessions.Close();
    }

    private async Task<string> MakeAsync(string userName)
    {
        using var administrator = await app.SignedInAsync(Roles.Administrator);
        var made = await administrator.SendAsync("POST", Path, new JsonObject { ["userName"] = userName, ["role"] = Roles.Coordinator }.ToJsonString()).JsonAsync(HttpStatusCode.Created);
        return (string)made["account"]!["id"]!;
    }

    private async Task<DoorTrial> DoorAsync(string method, string path, string role = Roles.Administrator) => new(await app.SignedInAsync(role, "zh"), method, path);
}
