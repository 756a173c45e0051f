using System.Net;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.SignIn;

public sealed class RateLimited : IAsyncDisposable
{
    private readonly LearningApplication _app = new() { Settings = { ["Learning:Limits:SignInsPerMinute"] = "3", ["Learning:Limits:CallsPerMinute"] = "2" } };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Who_tries_too_often_is_told_to_wait()
    {
        await _app.InitializeAsync();
        using var member = await _app.SignedInAsync(Roles.Member);
        await member.SendAsync("GET", "/api/v1/me").JsonAsync();
        await member.SendAsync("GET", "/api/v1/me").JsonAsync();
        await member.SendAsync("GET", "/api/v1/me").ProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");

        using var stranger = _app.Stranger("zh-CN");
        const string Wrong = """{"userName":"member","password":"wrong"}""";
        await stranger.SendAsync("POST", "/api/v1/sign-in", Wrong);
        await stranger.SendAsync("POST", "/api/v1/sign-in", Wrong);
        var refused = await stranger.SendAsync("POST", "/api/v1/sign-in", Wrong);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter!.Delta);
        Assert.Contains("请求过于频繁", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
