using System.Text.RegularExpressions;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Reference;

public sealed partial class PagesForPeople(SharedApplication app)
{
    [Theory]
    [InlineData("en", "lang=\"en\"", "study plan")]
    [InlineData("zh-CN", "lang=\"zh-CN\"", "学习计划")]
    public async Task The_start_page_says_what_this_is_in_the_readers_language(string language, string tag, string words)
    {
        using var stranger = app.Stranger(language);
        var page = await PageAsync(stranger, "/");

        Assert.Contains(tag, page, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.True(page.Length < 10_000);
    }

    [Fact]
    public async Task Every_link_of_the_start_page_leads_somewhere()
    {
        using var stranger = app.CreateClient();
        var page = await PageAsync(stranger, "/");
        var links = Link().Matches(page).Select(match => match.Groups["to"].Value).ToList();

        Assert.Contains("/docs", links);
        foreach (var link in links)
        {
            Assert.True((await stranger.SendAsync("GET", link)).IsSuccessStatusCode, link);
        }
    }

    [Fact]
    public async Task The_reference_brings_its_own_script_and_asks_no_other_host()
    {
        using var stranger = app.Stranger();
        var page = await PageAsync(stranger, "/docs/");

        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        foreach (var link in Link().Matches(page).Select(match => match.Groups["to"].Value))
        {
            Assert.True((await stranger.SendAsync("GET", $"/docs/{link}")).IsSuccessStatusCode, link);
        }

        Assert.Contains("\"withDefaultFonts\":false", page, StringComparison.Ordinal);
        Assert.Contains("\"telemetry\":false", page, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(HttpClient client, string path)
    {
        var answer = await client.SendAsync("GET", path);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("(?:href|src)=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
