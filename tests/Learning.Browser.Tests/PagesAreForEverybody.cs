using Deque.AxeCore.Playwright;

namespace Learning.Browser.Tests;

/// <summary>
/// axe-core finds nothing to mend on any page: in both languages, light and dark, on a phone and on a desk (WCAG 2.2 AA and best practice).
/// Every page is seen in all eight looks, each by all rules, with everything unfolded that can be.
/// </summary>
public sealed class PagesAreForEverybody(House house)
{
    /// <summary>Of one language: a phone and a desk, light and dark.</summary>
    private static readonly (int Width, ColorScheme Scheme)[] Looks =
        [.. from width in new[] { 360, 1440 } from scheme in new[] { ColorScheme.Light, ColorScheme.Dark } select (width, scheme)];

    /// <summary>A phone and a desk; the narrowest window, which is also 1,280 px at 400 %; a desk at 200 %; the widest.</summary>
    private static readonly int[] Widths = [360, 1440, 320, 720, 2560];

    public static TheoryData<string, string> Viewers { get; } =
        [.. from viewer in new[] { "", "member", "coordinator", "administrator" } from language in new[] { "zh-CN", "en-GB" } select (viewer, language)];

    [Theory]
    [MemberData(nameof(Viewers))]
    public async Task No_page_keeps_anybody_out(string viewer, string language)
    {
        await house.HavePlansAsync();
        var page = viewer.Length == 0 ? await house.StrangerAsync(language) : await house.SignedInAsync(viewer, language);
        await page.BringAxeAsync();
        var found = new List<string>();
        foreach (var route in SiteMap.Routes.Where(route => SiteMap.ViewersOf(route).Contains(viewer)))
        {
            var answer = await page.GotoAsync(await AddressAsync(page, route));
            Assert.True(answer!.Ok, $"{route}: {answer.Status}");
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
            found.AddRange((await LookAsync(page)).Select(one => $"{route} {one}"));
            foreach (var width in Widths)
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

    /// <summary>That nothing is found means something only if what is wrong is found: faults of which some are seen in one look only.</summary>
    [Fact]
    public async Task What_is_wrong_is_found_in_the_looks_that_have_it_as_by_the_run_of_the_package()
    {
        var page = await house.StrangerAsync("en-GB");
        await page.BringAxeAsync();
        await page.GotoAsync("/sign-in");
        Assert.Empty(await LookAsync(page));

        await page.EvaluateAsync(
            """
            () => {
                document.querySelector('main').insertAdjacentHTML('beforeend', '<p id=faint>Faint</p><input id=nameless><button type=button class=tiny>1</button><button type=button class=tiny>2</button>');
                const style = new CSSStyleSheet();
                style.replaceSync(`
                    #faint { background: white; color: black }
                    .tiny { width: 44px; height: 44px }
                    @media (prefers-color-scheme: dark) and (min-width: 1000px) { #faint { color: silver } }
                    @media (prefers-color-scheme: light) and (max-width: 400px) { .tiny { width: 20px; height: 20px } }`);
                document.adoptedStyleSheets = [style];
            }
            """);
        Assert.Equal(
            [
                "360 px, Light: label", "360 px, Light: target-size",
                "360 px, Dark: label",
                "1440 px, Light: label",
                "1440 px, Dark: color-contrast", "1440 px, Dark: label",
            ],
            (await LookAsync(page)).Select(one => one[..one.IndexOf(" at ", StringComparison.Ordinal)]));

        // The last look again, as the package looks.
        Assert.Equal(["color-contrast", "label"], (await page.RunAxe(Axe.Options)).Violations.Select(violation => violation.Id).Order(StringComparer.Ordinal));
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

    /// <summary>What there is to mend in each look.</summary>
    private static async Task<IReadOnlyList<string>> LookAsync(IPage page)
    {
        var found = new List<string>();
        foreach (var (width, scheme) in Looks)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            found.AddRange((await page.ViolationsAsync()).OrderBy(one => one.Rule, StringComparer.Ordinal).Select(one => $"{width} px, {scheme}: {one.Rule} at {one.First} ({one.Count})"));
        }

        return found;
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
