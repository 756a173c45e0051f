using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.SignIn;

/// <summary>An administrator makes accounts, gives new passwords, locks; everybody changes the own password and ends sessions.</summary>
public sealed class AccountsAreKept : IAsyncLifetime
{
    private const string Path = "/api/v1/accounts";
    private readonly LearningApplication _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_member_gets_an_account_signs_in_and_changes_the_password_that_was_made()
    {
        using var administrator = await _app.SignedInAsync(Roles.Administrator);
        var made = await MakeAsync(administrator, $$"""{"userName":"neighbour","role":"member","member":"{{_app.World.Neighbour}}"}""");
        var first = (string)made["password"]!;
        using var one = await SignInAsync("neighbour", first);
        using var two = await SignInAsync("neighbour", first);

        Assert.Equal(_app.World.Neighbour.ToString(), (string?)(await one.SendAsync("GET", "/api/v1/me").JsonAsync())["id"]);
        Assert.Equal(2, (await one.SendAsync("GET", "/api/v1/me/sessions").JsonAsync()).Items().Count);

        await ChangeAsync(one, "wrong wrong", "three words better").ProblemAsync(HttpStatusCode.UnprocessableEntity, "password-wrong");
        await ChangeAsync(one, first, "neighbour").ProblemAsync(HttpStatusCode.UnprocessableEntity, "password-too-weak");
        await ChangeAsync(one, first, "short").ProblemAsync(HttpStatusCode.BadRequest, "fields-invalid");
        await ChangeAsync(one, first, "three words better").JsonAsync(HttpStatusCode.NoContent);

        await one.SendAsync("GET", "/api/v1/me").JsonAsync();
        await two.SendAsync("GET", "/api/v1/me").ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-required");
        using var again = await SignInAsync("neighbour", "three words better");
        await again.SendAsync("DELETE", "/api/v1/me/sessions").JsonAsync(HttpStatusCode.NoContent);
        await one.SendAsync("GET", "/api/v1/me").ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-required");
    }

    [Fact]
    public async Task A_coordinator_sees_the_groups_that_were_given_and_loses_them_at_once()
    {
        using var administrator = await _app.SignedInAsync(Roles.Administrator);
        var made = await MakeAsync(administrator, """{"userName":"wang","role":"coordinator","coordinates":["other-district"],"password":"three words better"}""");
        var address = $"{Path}/{made["account"]!["id"]}";
        Assert.Null(made["password"]);
        using var coordinator = await SignInAsync("wang", "three words better");

        Assert.Equal(_app.World.Stranger.ToString(), (string?)Assert.Single((await coordinator.SendAsync("GET", "/api/v1/members").JsonAsync()).Items())["id"]);
        await coordinator.SendAsync("GET", Path).ProblemAsync(HttpStatusCode.Forbidden, "not-allowed");

        await administrator.SendAsync("PUT", address + "/groups", """{"coordinates":["station-1"]}""").JsonAsync();
        Assert.Equal(_app.World.Member.ToString(), (string?)Assert.Single((await coordinator.SendAsync("GET", "/api/v1/members").JsonAsync()).Items())["id"]);
        await administrator.SendAsync("PUT", address + "/groups", """{"coordinates":["no-such"]}""").ProblemAsync(HttpStatusCode.UnprocessableEntity, "group-unknown");
    }

    [Fact]
    public async Task A_lock_a_new_password_and_a_removal_end_every_session_at_once()
    {
        using var administrator = await _app.SignedInAsync(Roles.Administrator);
        var made = await MakeAsync(administrator, """{"userName":"chen","role":"coordinator"}""");
        var address = $"{Path}/{made["account"]!["id"]}";
        using var before = await SignInAsync("chen", (string)made["password"]!);

        Assert.True((bool?)(await administrator.SendAsync("POST", address + "/lock").JsonAsync())["isLocked"]);
        await before.SendAsync("GET", "/api/v1/me").ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-required");
        await TryAsync("chen", (string)made["password"]!).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-refused");

        await administrator.SendAsync("POST", address + "/unlock").JsonAsync();
        using var unlocked = await SignInAsync("chen", (string)made["password"]!);
        var reset = await administrator.SendAsync("POST", address + "/password", "{}").JsonAsync();
        await unlocked.SendAsync("GET", "/api/v1/me").ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-required");
        using var after = await SignInAsync("chen", (string)reset["password"]!);

        await administrator.SendAsync("DELETE", address).JsonAsync(HttpStatusCode.NoContent);
        await after.SendAsync("GET", "/api/v1/me").ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-required");
        await administrator.SendAsync("GET", address).ProblemAsync(HttpStatusCode.NotFound, "account-unknown");
    }

    [Theory]
    [InlineData("""{"userName":"x","role":"owner"}""", HttpStatusCode.BadRequest, "fields-invalid")]
    [InlineData("""{"userName":"x"}""", HttpStatusCode.BadRequest, "value-missing")]
    [InlineData("""{"userName":"  ","role":"coordinator"}""", HttpStatusCode.BadRequest, "fields-invalid")]
    [InlineData("""{"userName":"member","role":"coordinator"}""", HttpStatusCode.Conflict, "account-exists")]
    [InlineData("""{"userName":"MEMBER","role":"coordinator"}""", HttpStatusCode.Conflict, "account-exists")]
    [InlineData("""{"userName":"x","role":"member"}""", HttpStatusCode.UnprocessableEntity, "account-member-missing")]
    [InlineData("""{"userName":"x","role":"member","member":"01890000-0000-7000-8000-000000000099"}""", HttpStatusCode.NotFound, "member-unknown")]
    [InlineData("""{"userName":"x","role":"member","member":"01890000-0000-7000-8000-000000000011"}""", HttpStatusCode.Conflict, "member-has-account")]
    [InlineData("""{"userName":"x","role":"administrator","coordinates":["station-1"]}""", HttpStatusCode.UnprocessableEntity, "account-groups-need-coordinator")]
    [InlineData("""{"userName":"x","role":"coordinator","coordinates":["no-such"]}""", HttpStatusCode.UnprocessableEntity, "group-unknown")]
    [InlineData("""{"userName":"x","role":"coordinator","password":"learning"}""", HttpStatusCode.UnprocessableEntity, "password-too-weak")]
    [InlineData("""{"userName":"x","role":"coordinator","password":"aaaaaaaaaaaa"}""", HttpStatusCode.UnprocessableEntity, "password-too-weak")]
    [InlineData("""{"userName":"x","role":"coordinator","subject":"s"}""", HttpStatusCode.UnprocessableEntity, "issuer-not-set")]
    public async Task What_makes_no_account_is_refused_by_name(string body, HttpStatusCode status, string rule)
    {
        using var administrator = await _app.SignedInAsync(Roles.Administrator, "zh");
        var problem = await administrator.SendAsync("POST", Path, body).ProblemAsync(status, rule);
        Assert.Contains((string)problem["hint"]!, letter => letter > '⺀');
    }

    [Fact]
    public async Task The_demo_accounts_and_the_own_account_stay_as_they_are()
    {
        using var administrator = await _app.SignedInAsync(Roles.Administrator);
        var accounts = (await administrator.SendAsync("GET", Path).JsonAsync()).Items();
        Assert.Equal(3, accounts.Count(account => (bool)account["isDemo"]!));
        foreach (var account in accounts.Where(account => (bool)account["isDemo"]!))
        {
            await administrator.SendAsync("POST", $"{Path}/{account["id"]}/lock").ProblemAsync(HttpStatusCode.Conflict, "account-demo-fixed");
            await administrator.SendAsync("DELETE", $"{Path}/{account["id"]}").ProblemAsync(HttpStatusCode.Conflict, "account-demo-fixed");
        }

        var made = await MakeAsync(administrator, """{"userName":"second","role":"administrator"}""");
        using var second = await SignInAsync("second", (string)made["password"]!);
        await second.SendAsync("POST", $"{Path}/{made["account"]!["id"]}/lock").ProblemAsync(HttpStatusCode.Conflict, "account-own");
        await ChangeAsync(administrator, "learning", "three words better").ProblemAsync(HttpStatusCode.Conflict, "account-demo-fixed");
    }

    private static Task<JsonNode> MakeAsync(HttpClient administrator, string body) => administrator.SendAsync("POST", Path, body).JsonAsync(HttpStatusCode.Created);

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient client, string current, string next) =>
        client.SendAsync("PUT", "/api/v1/me/password", new JsonObject { ["current"] = current, ["new"] = next }.ToJsonString());

    private async Task<HttpResponseMessage> TryAsync(string userName, string password)
    {
        using var stranger = _app.Stranger();
        return await stranger.SendAsync("POST", "/api/v1/sign-in", new JsonObject { ["userName"] = userName, ["password"] = password }.ToJsonString());
    }

    private async Task<HttpClient> SignInAsync(string userName, string password)
    {
        var tokens = await TryAsync(userName, password).JsonAsync();
        var client = _app.Stranger();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)tokens["accessToken"]!);
        return client;
    }
}
