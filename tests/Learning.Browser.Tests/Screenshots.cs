namespace Learning.Browser.Tests;

/// <summary>Pictures of pages as people see them; made when <c>LEARNING_SCREENSHOTS</c> names a folder (<c>tests/run --screenshots</c>). That each page is drawn is asserted always.</summary>
public sealed class Screenshots(House house)
{
    private static readonly HashSet<(string Name, string Language, int Width)> ForTheReadme = [("today", "zh-CN", 360), ("learn", "zh-CN", 360), ("plan", "zh-CN", 1440), ("review", "en-GB", 1440)];

    [Theory]
    [InlineData("start", "", "/")]
    [InlineData("sign-in", "", "/sign-in")]
    [InlineData("today", "member", "/")]
    [InlineData("plan", "member", "/plan")]
    [InlineData("search", "member", "/search?q=雨天")]
    [InlineData("me", "member", "/me")]
    [InlineData("learn", "member", "/learn/")]
    [InlineData("review", "coordinator", "/coordinator")]
    [InlineData("members", "coordinator", "/coordinator/members")]
    [InlineData("rules", "coordinator", "/coordinator/rules?pack=party-education-2019&target=40")]
    [InlineData("figures", "coordinator", "/coordinator/figures")]
    public async Task Ten_pages_phone_and_desk_in_both_languages(string name, string who, string path)
    {
        var folder = Environment.GetEnvironmentVariable("LEARNING_SCREENSHOTS");
        await house.HavePlansAsync();
        foreach (var language in new[] { "zh-CN", "en-GB" })
        {
            var page = who.Length == 0 ? await house.StrangerAsync(language) : await house.SignedInAsync(who, language);
            foreach (var (width, height) in new[] { (360, 740), (1440, 900) })
            {
                await page.SetViewportSizeAsync(width, height);
                await page.GotoAsync(path == "/learn/" ? "/search?q=刹车" : path);
                if (path == "/learn/")
                {
                    await page.PressAsync(".found a");
                }

                Assert.True(await page.Locator("h1").First.IsVisibleAsync());
                if (folder is not null)
                {
                    await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{language[..2]}-{width}.png"), FullPage = true });
                    if (ForTheReadme.Contains((name, language, width)))
                    {
                        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"readme-{name}.jpg"), Type = ScreenshotType.Jpeg, Quality = 60 });
                    }
                }
            }

            await page.Context.CloseAsync();
        }
    }
}
