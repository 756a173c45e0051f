namespace Learning.Browser.Tests;

/// <summary>An administrator lets the house learn, looks for whom the new model is better, lets it rank and takes it back.</summary>
public sealed class AdministratorsPromotion(House house)
{
    private static readonly TimeSpan LongestTraining = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task A_trained_model_waits_is_looked_at_by_group_ranks_and_is_taken_back()
    {
        var page = await house.SignedInAsync("administrator", width: 1440);
        await page.GotoAsync("/coordinator/models");
        Assert.Contains("手工设定的模型", await page.SeesAsync("#serving"), StringComparison.Ordinal);
        await page.PressAsync("form[action*=Train] button");
        Assert.Contains("训练已加入队列", await page.SeesAsync(".notice.good"), StringComparison.Ordinal);
        await WaitForTheTrainingAsync(page);

        // Better than what ranks, but nobody has let it rank.
        Assert.Contains("等待管理员启用", await page.SeesAsync("[data-model] h2"), StringComparison.Ordinal);
        Assert.Contains("的把握", await page.SeesAsync("[data-model]"), StringComparison.Ordinal);
        await page.Locator("[data-model] details summary").First.ClickAsync();
        Assert.Contains("岁", await page.SeesAsync("[data-model] tbody"), StringComparison.Ordinal);
        Assert.True(await page.Locator("[data-model] tbody tr").CountAsync() > 5);

        var id = (await page.Locator("[data-model]").First.GetAttributeAsync("data-model"))!;
        await page.PressAsync("[data-model] form[action*=Promote] button");
        Assert.Equal(id, await page.Locator("#serving").GetAttributeAsync("data-serving"));
        Assert.Equal(await page.SeesAsync("[data-model] h2 .name"), await page.SeesAsync("#serving"));
        Assert.Contains("使用中", await page.SeesAsync("[data-model] h2"), StringComparison.Ordinal);

        await page.PressAsync("form[action*=Back] button");
        Assert.Contains("手工设定的模型", await page.SeesAsync("#serving"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_jobs_are_a_press_away_for_administrators_and_no_door_for_coordinators()
    {
        var page = await house.SignedInAsync("administrator", width: 1440);
        await page.GotoAsync("/coordinator/models");
        await page.PressAsync("a[href='/jobs']");
        Assert.Contains("Learning", await page.TitleAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();

        var coordinator = await house.SignedInAsync("coordinator", width: 1440);
        await coordinator.GotoAsync("/coordinator");
        Assert.Equal(0, await coordinator.Locator("a[href='/jobs'], a[href='/coordinator/models']").CountAsync());
        Assert.Equal(403, (await coordinator.GotoAsync("/coordinator/models"))!.Status);
        Assert.Equal(403, (await coordinator.GotoAsync("/jobs"))!.Status);
        await coordinator.Context.CloseAsync();
    }

    private static async Task WaitForTheTrainingAsync(IPage page)
    {
        for (var waited = TimeSpan.Zero; waited < LongestTraining; waited += TimeSpan.FromSeconds(1))
        {
            await page.WaitForTimeoutAsync(1000);
            await page.GotoAsync("/coordinator/models");
            if (await page.Locator("[data-training=open]").CountAsync() == 0)
            {
                return;
            }
        }

        Assert.Fail("The training has not ended.");
    }
}
