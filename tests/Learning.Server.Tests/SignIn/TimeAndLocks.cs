using System.Net;
using System.Text.Json.Nodes;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;
using Microsoft.Extensions.Time.Testing;

namespace Learning.Server.Tests.SignIn;

public sealed class TimeAndLocks : IAsyncDisposable
{
    private static readonly TimeSpan AMinuteLonger = TimeSpan.FromMinutes(1);
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private readonly LearningApplication _app;

    public TimeAndLocks() => _app = new LearningApplication { Clock = _clock };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Five_wrong_passwords_lock_an_account_for_five_minutes_and_nobody_can_tell()
    {
        await _app.InitializeAsync();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await SignIn("wrong").ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-refused");
        }

        await SignIn(DemoAccounts.Password).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-refused");

        _clock.Advance(TimeSpan.FromMinutes(5) + AMinuteLonger);
        await SignIn(DemoAccounts.Password).JsonAsync();
    }

    [Fact]
    public async Task An_access_token_ends_after_half_an_hour_and_a_session_after_a_month_without_use()
    {
        await _app.InitializeAsync();
        var tokens = await _app.SignInAsync(Roles.Member);
        using var member = await _app.SignedInAsync(Roles.Member);
        await member.SendAsync("GET", "/api/v1/me").JsonAsync();

        _clock.Advance(TimeSpan.FromMinutes(30) + AMinuteLonger);
        await member.SendAsync("GET", "/api/v1/me").ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-required");

        _clock.Advance(TimeSpan.FromDays(29));
        var renewed = await Refresh(tokens.RefreshToken).JsonAsync();
        _clock.Advance(TimeSpan.FromDays(30) + AMinuteLonger);
        await Refresh((string)renewed["refreshToken"]!).ProblemAsync(HttpStatusCode.Unauthorized, "refresh-refused");
    }

    private Task<HttpResponseMessage> SignIn(string password) => _app.Stranger().SendAsync(
        "POST", "/api/v1/sign-in", new JsonObject { ["userName"] = Roles.Member, ["password"] = password }.ToJsonString());

    private Task<HttpResponseMessage> Refresh(string token) => _app.Stranger().SendAsync(
        "POST", "/api/v1/sign-in/refresh", new JsonObject { ["refreshToken"] = token }.ToJsonString());
}
