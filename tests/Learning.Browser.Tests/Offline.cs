using System.Globalization;

namespace Learning.Browser.Tests;

/// <summary>A lesson in a basement: the network goes, the lesson and its questions stay, and what was done arrives once when it returns.</summary>
public sealed class Offline(House house)
{
    [Fact]
    public async Task A_lesson_learned_without_network_counts_once_when_it_returns()
    {
        var page = await house.SignedInAsync("member");
        await page.GotoAsync("/");
        await page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
        await page.GotoAsync("/plan");
        var today = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Asia/Shanghai").ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var ahead = await page.Locator(".day").EvaluateAllAsync<string[]>(
            "(days, today) => days.filter(day => day.dataset.date >= today).flatMap(day => [...day.querySelectorAll('.item:not(.done)')]).slice(0, 8).map(item => item.querySelector('a.title').getAttribute('href'))", today);
        foreach (var kept in ahead)
        {
            await WaitUntilKeptAsync(page, kept);
        }

        // What only calls to mind what was learned brings no credit.
        var lesson = await page.Locator(".day").EvaluateAllAsync<string>(
            "(days, ahead) => ahead.filter(link => [...document.querySelectorAll('.item')].find(item => item.querySelector('a.title').getAttribute('href') === link).querySelector(':scope > .small').textContent.includes('学时'))[2]", ahead);
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/plan");
        Assert.Equal("我的计划", await page.SeesAsync("h1"));
        Assert.True(await page.Locator("#offline").IsVisibleAsync());
        await page.GotoAsync(lesson);
        var title = await page.SeesAsync("h1");
        await page.ChooseAnswersAsync();
        await page.Locator("[data-recall] button").ClickAsync();
        await page.Locator("#recall-kept").WaitForAsync();
        Assert.Contains("恢复网络后自动发送", await page.SeesAsync("#recall-kept"), StringComparison.Ordinal);
        await page.GotoAsync("/search");
        Assert.Equal("这里没有网络", await page.SeesAsync("h1"));

        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync("/");
        await page.WaitForSentAsync();
        await page.GotoAsync("/");
        await page.WaitForSentAsync();
        await page.GotoAsync(lesson);
        Assert.Equal(title, await page.SeesAsync("h1"));
        Assert.Contains("学时已入账", await page.SeesAsync(".notice.good"), StringComparison.Ordinal);
        Assert.Equal(1, await house.CountRecordsAsync("member", lesson[^36..], "recalled"));
        await page.Context.CloseAsync();
    }

    private static async Task WaitUntilKeptAsync(IPage page, string lesson)
    {
        for (var turn = 0; turn < 300; turn++)
        {
            if (await page.EvaluateAsync<bool>("lesson => caches.open('pages').then(cache => cache.match(location.origin + lesson)).then(kept => !!kept)", lesson))
            {
                return;
            }

            await page.WaitForTimeoutAsync(200);
        }

        Assert.Fail($"{lesson} was not kept for times without network.");
    }
}
