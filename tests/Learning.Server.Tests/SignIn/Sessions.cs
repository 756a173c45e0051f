using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.SignIn;

public sealed class Sessions(SharedApplication app)
{
    [Fact]
    public async Task A_name_and_a_password_give_tokens_that_work()
    {
        var tokens = await app.SignInAsync(Roles.Coordinator);

        Assert.True(tokens.ExpiresAt > TimeProvider.System.GetUtcNow());
        Assert.Equal("coordinator", (string?)(await As(tokens).SendAsync("GET", "/api/v1/me").JsonAsync())["account"]!["userName"]);
    }

    [Theory]
    [InlineData("coordinator", "wrong")]
    [InlineData("nobody", "learning")]
    [InlineData("  ", "learning")]
    [InlineData("' or 1=1 --", "' or 1=1 --")]
    public async Task Wrong_names_and_wrong_passwords_get_the_same_answer(string userName, string password)
    {
        using var stranger = app.Stranger();
        var body = new JsonObject { ["userName"] = userName, ["password"] = password }.ToJsonString();
        var answer = stranger.SendAsync("POST", "/api/v1/sign-in", body);
        if (string.IsNullOrWhiteSpace(userName))
        {
            await answer.ProblemAsync(HttpStatusCode.BadRequest, "fields-invalid");
        }
        else
        {
            await answer.ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-refused");
        }
    }

    [Fact]
    public async Task A_refresh_token_is_good_once_and_its_second_use_ends_the_session()
    {
        var first = await app.SignInAsync(Roles.Member);
        using var stranger = app.Stranger();

        var second = await Refresh(stranger, first.RefreshToken).JsonAsync();
        await As((string)second["accessToken"]!).SendAsync("GET", "/api/v1/me").JsonAsync();

        await Refresh(stranger, first.RefreshToken).ProblemAsync(HttpStatusCode.Unauthorized, "refresh-refused");
        await Refresh(stranger, (string)second["refreshToken"]!).ProblemAsync(HttpStatusCode.Unauthorized, "refresh-refused");
        await As((string)second["accessToken"]!).SendAsync("GET", "/api/v1/me").ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-required");
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("中文令牌")]
    public async Task What_is_no_refresh_token_is_refused(string token)
    {
        using var stranger = app.Stranger();
        var answer = await Refresh(stranger, token);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized });
    }

    [Fact]
    public async Task Signing_out_ends_the_access_token_at_once()
    {
        var tokens = await app.SignInAsync(Roles.Member);
        using var client = As(tokens);

        await client.SendAsync("POST", "/api/v1/sign-out").JsonAsync(HttpStatusCode.NoContent);

        await client.SendAsync("GET", "/api/v1/me").ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-required");
        using var stranger = app.Stranger();
        await Refresh(stranger, tokens.RefreshToken).ProblemAsync(HttpStatusCode.Unauthorized, "refresh-refused");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiIwMTg5MDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMTEiLCJpc3MiOiJsZWFybmluZyJ9.")]
    public async Task A_token_that_this_server_did_not_sign_opens_nothing(string token) =>
        await As(token).SendAsync("GET", "/api/v1/me").ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-required");

    [Fact]
    public void Keys_are_readable_by_their_owner_only()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(app.DataFolder, "keys", "sign-in.key")));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(app.DataFolder));
        }
    }

    private static Task<HttpResponseMessage> Refresh(HttpClient client, string token) =>
        client.SendAsync("POST", "/api/v1/sign-in/refresh", new JsonObject { ["refreshToken"] = token }.ToJsonString());

    private HttpClient As(TokensAnswer tokens) => As(tokens.AccessToken);

    private HttpClient As(string token)
    {
        var client = app.Stranger();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
