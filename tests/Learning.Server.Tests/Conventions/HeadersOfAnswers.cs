using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Conventions;

public sealed class HeadersOfAnswers(SharedApplication app)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/docs/")]
    [InlineData("/health/ready")]
    [InlineData("/api/v1/me")]
    [InlineData("/nothing")]
    public async Task A_browser_is_told_how_little_it_may_do(string path)
    {
        using var stranger = app.Stranger();
        var answer = await stranger.SendAsync("GET", path);

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'unsafe", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task What_the_api_tells_is_kept_by_no_cache_and_not_compressed()
    {
        using var member = await app.SignedInAsync(Roles.Member);
        var answer = await member.SendAsync("GET", "/api/v1/me", null, "", ("Accept-Encoding", "gzip, br"));

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }
}
