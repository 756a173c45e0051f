using Deque.AxeCore.Playwright;

namespace Learning.Browser.Tests;

/// <summary>axe-core finds nothing to mend on any page: in both languages, light and dark, on a phone and on a desk (WCAG 2.2 AA and best practice).</summary>
public sealed class PagesAreForEverybody(House house)
{
    public static TheoryData<string, string, bool, int> Looks { get; } = new()
    {
        { "", "zh-CN", false, 360 }, { "", "en-GB", true, 1440 }, { "member", "zh-CN", false, 360 }, { "member", "zh-CN", true, 1440 }, { "member", "en-GB", true, 360 }, { "member", "en-GB", false, 1440 },
        { "coordinator", "zh-CN", false, 360 }, { "coordinator", "zh-CN", true, 1440 }, { "coordinator", "en-GB", true, 360 }, { "coordinator", "en-GB", false, 1440 },
        { "administrator", "zh-CN", true, 360 }, { "administrator", "en-GB", false, 1440 },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task No_page_keeps_anybody_out(string viewer, string language, bool isDark, int width)
    {
        await house.HavePlansAsync();
        var page = viewer.Length == 0 ? await house.StrangerAsync(language, width, isDark) : await house.SignedInAsync(viewer, language, width, isDark);
        var found = new List<string>();
        foreach (var route in SiteMap.Routes.Where(route => SiteMap.ViewersOf(route).Contains(viewer)))
        {
            await page.GotoAsync(await AddressAsync(page, route));
            foreach (var details in await page.Locator("details").AllAsync())
            {
                await details.EvaluateAsync("details => details.open = true");
            }

            var result = await page.RunAxe();
            found.AddRange(result.Violations.Select(violation => $"{route}: {violation.Id}: {violation.Nodes[0].Html} ({violation.Nodes.Length})"));
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide > width)
            {
                found.Add($"{route}: {wide} px wide on {width} px");
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
        await page.Context.CloseAsync();
    }

    [Fact]
    public void The_site_map_names_every_page_and_each_has_a_viewer()
    {
        Assert.Contains("/plan", SiteMap.Routes);
        Assert.Contains("/coordinator", SiteMap.Routes);
        Assert.All(SiteMap.Routes.Where(route => route.Contains('{', StringComparison.Ordinal)), route => Assert.NotEqual("", SiteMap.SourceOf(route).Page));
    }

    [Theory]
    [InlineData(320)]
    [InlineData(2560)]
    public async Task Pages_fit_the_narrowest_and_the_widest_window(int width)
    {
        var page = await house.SignedInAsync("member", "zh-CN", width);
        foreach (var path in new[] { "/", "/plan", "/search?q=雨", "/me", "/me/hours" })
        {
            await page.GotoAsync(path);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, path);
        }

        await page.Context.CloseAsync();
    }

    private static async Task<string> AddressAsync(IPage page, string route)
    {
        if (!route.Contains('{', StringComparison.Ordinal))
        {
            return route;
        }

        var (from, links) = SiteMap.SourceOf(route);
        await page.GotoAsync(from);
        var link = (await page.Locator(links).First.GetAttributeAsync("href"))!;
        return route.StartsWith("/why", StringComparison.Ordinal) ? link.Replace("/learn/", "/why/", StringComparison.Ordinal) : link;
    }
}
