using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Learning.Browser.Tests;

/// <summary>
/// axe-core finds nothing to mend on any page: in both languages, light and dark, on a phone and on a desk (WCAG 2.2 AA and best practice).
/// Each page is seen in four of the eight looks: what is light in one language on a phone is dark in the other.
/// </summary>
public sealed class PagesAreForEverybody(House house)
{
    /// <summary>A phone; a desk.</summary>
    private static readonly int[] Widths = [360, 1440];

    /// <summary>The narrowest window, which is also 1,280 px at 400 %; a desk at 200 %; the widest.</summary>
    private static readonly int[] OtherWidths = [320, 720, 2560];

    /// <summary>What passes is not written down: that takes longer than to find what does not.</summary>
    private static readonly AxeRunOptions Violations = new() { ResultTypes = [ResultType.Violations] };

    /// <summary>Of each kind of what can be unfolded a few: a plan has more than a hundred of the same.</summary>
    private const string OpenSome =
        "(() => { const seen = {}; for (const details of document.querySelectorAll('details')) { const kind = details.className + ' in ' + details.parentElement.className; seen[kind] = (seen[kind] ?? 0) + 1; details.open ||= seen[kind] <= 3; } })()";

    public static TheoryData<string, string> Viewers { get; } =
        [.. from viewer in new[] { "", "member", "coordinator", "administrator" } from language in new[] { "zh-CN", "en-GB" } select (viewer, language)];

    [Theory]
    [MemberData(nameof(Viewers))]
    public async Task No_page_keeps_anybody_out(string viewer, string language)
    {
        await house.HavePlansAsync();
        var page = viewer.Length == 0 ? await house.StrangerAsync(language) : await house.SignedInAsync(viewer, language);
        var found = new List<string>();
        foreach (var route in SiteMap.Routes.Where(route => SiteMap.ViewersOf(route).Contains(viewer)))
        {
            await page.GotoAsync(await AddressAsync(page, route));
            await page.EvaluateAsync(OpenSome);
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                var scheme = width == Widths[0] == (language == "zh-CN") ? ColorScheme.Light : ColorScheme.Dark;
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                var result = await page.RunAxe(Violations);
                found.AddRange(result.Violations.Select(violation => $"{route} {width} {scheme}: {violation.Id}: {violation.Nodes[0].Html} ({violation.Nodes.Length})"));
            }

            foreach (var width in Widths.Concat(OtherWidths))
            {
                await page.SetViewportSizeAsync(width, 900);
                var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                if (wide > width)
                {
                    found.Add($"{route}: {wide} px wide on {width} px");
                }
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
    [InlineData("member", "/")]
    [InlineData("member", "/plan")]
    [InlineData("member", "/me/hours")]
    [InlineData("coordinator", "/coordinator")]
    [InlineData("coordinator", "/coordinator/rules")]
    public async Task Whatever_can_be_pressed_is_reached_with_the_tab_key_and_seen(string viewer, string path)
    {
        await house.HavePlansAsync();
        var page = await house.SignedInAsync(viewer, width: 1440);
        await page.GotoAsync(path);
        await page.Keyboard.PressAsync("Tab");
        Assert.Contains("skip", await page.EvaluateAsync<string>("document.activeElement.className"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));

        await page.GotoAsync(path);
        const string Pressable = "[...document.querySelectorAll('a[href],button,summary,select,textarea,input:not([type=hidden])')].filter(part => part.checkVisibility() && !part.disabled)";
        var all = await page.EvaluateAsync<int>(Pressable + ".length");
        Assert.True(all > 5);
        var unseen = new List<string>();

        // A field for a time takes several presses.
        for (var press = 0; press < 20 * all && await page.EvaluateAsync<int>(Pressable + ".filter(part => !part.dataset.reached).length") > 0; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>(
                "(() => { const part = document.activeElement; part.dataset.reached = '1'; return part === document.body || getComputedStyle(part).outlineStyle !== 'none' ? '' : part.outerHTML; })()") is { Length: > 0 } part)
            {
                unseen.Add(part);
            }
        }

        Assert.Empty(await page.EvaluateAsync<string[]>(Pressable + ".filter(part => !part.dataset.reached).map(part => part.outerHTML.slice(0, 200))"));
        Assert.Empty(unseen);
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
