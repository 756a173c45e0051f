namespace Learning.Browser.Tests;

/// <summary>Pictures of pages as people see them; made when <c>LEARNING_SCREENSHOTS</c> names a folder (<c>tests/run --screenshots</c>). That each page is drawn is asserted always.</summary>
public sealed class Screenshots(House house)
{
    [Theory]
    [InlineData("start", "", "/")]
    [InlineData("sign-in", "", "/sign-in")]
    [InlineData("today", "member", "/")]
    [InlineData("plan", "member", "/plan")]
    [InlineData("search", "member", "/search?q=雨天")]
    public async Task Ten_pages_phone_and_desk_in_both_languages(string name, string who, string path)
    {
        var folder = Environment.GetEnvironmentVariable("LEARNING_SCREENSHOTS");
        foreach (var (language, width) in new[] { ("zh-CN", 360), ("zh-CN", 1440), ("en-GB", 360), ("en-GB", 1440) })
        {
            var page = who.Length == 0 ? await house.StrangerAsync(language, width) : await house.SignedInAsync(who, language, width);
            await page.GotoAsync(path);
            Assert.True(await page.Locator("h1").First.IsVisibleAsync());
            if (folder is not null)
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{language[..2]}-{width}.png"), FullPage = true });
            }

            await page.Context.CloseAsync();
        }
    }
}
