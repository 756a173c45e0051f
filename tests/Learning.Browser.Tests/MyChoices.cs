namespace Learning.Browser.Tests;

/// <summary>What a member decides, and that it holds at once.</summary>
public sealed class MyChoices(House house)
{
    [Fact]
    public async Task Personalisation_is_off_after_two_presses_and_nothing_personal_is_said_any_more()
    {
        var page = await house.SignedInAsync("member");
        await page.GotoAsync("/");
        var presses = 0;
        await page.PressAsync(".tabs a[href='/me']");
        presses++;
        await page.PressAsync("button[name=on][value=false]");
        presses++;
        Assert.Contains("关", await page.SeesAsync("#personal"), StringComparison.Ordinal);

        await page.GotoAsync("/");
        Assert.Contains("个性化已关闭", await page.SeesAsync(), StringComparison.Ordinal);
        Assert.Equal(2, presses);

        await page.GotoAsync("/me");
        await page.PressAsync("button[name=on][value=true]");
        Assert.Contains("开", await page.SeesAsync("#personal"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Every_suggestion_says_why_and_not_for_me_is_heeded()
    {
        var page = await house.SignedInAsync("member", "en-GB");
        await page.GotoAsync("/search?q=保险");
        var link = (await page.Locator(".found a").Nth(2).GetAttributeAsync("href"))!;
        await page.GotoAsync(link.Replace("/learn/", "/why/", StringComparison.Ordinal));
        Assert.NotEqual("", await page.SeesAsync(".lead"));
        await page.PressAsync("form[action*=Dismiss] button");
        Assert.Contains("You said you do not want it", await page.SeesAsync(".lead"), StringComparison.Ordinal);
        await page.PressAsync("form[action*=Save] button");
        Assert.DoesNotContain("You said you do not want it", await page.SeesAsync(".lead"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Big_mode_makes_type_large_choices_few_and_stays()
    {
        var page = await house.SignedInAsync("member");
        await page.GotoAsync("/me");
        await page.Locator("[name=mode]").SelectOptionAsync("big");
        await page.PressAsync("form[action='/look'] button");
        await page.GotoAsync("/");
        var size = await page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.body).fontSize)");
        Assert.True(size >= 22, $"{size} px");
        Assert.False(await page.Locator(".others").IsVisibleAsync());
        Assert.True(await page.Locator(".next a.button").IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Own_words_become_free_times_after_they_were_looked_over()
    {
        var page = await house.SignedInAsync("member");
        await page.GotoAsync("/me/hours");
        await page.Locator("[name=said]").FillAsync("周三晚上八点到九点有空");
        await page.PressAsync("form[action*=Words] button");
        Assert.Contains("识别结果", await page.SeesAsync("#understood"), StringComparison.Ordinal);
        Assert.Equal("20:00", await page.Locator("#week fieldset:nth-of-type(3) input[type=time]").First.InputValueAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_day_off_is_said_for_one_date_and_taken_back()
    {
        var page = await house.SignedInAsync("member", "en-GB");
        await page.GotoAsync("/me/hours");
        var date = await page.Locator("#day [name=date]").GetAttributeAsync("max");
        await page.Locator("#day [name=date]").FillAsync(date!);
        await page.PressAsync("#day button[value=true]");
        Assert.Contains("Kept", await page.SeesAsync(".notice.good"), StringComparison.Ordinal);
        Assert.Contains("not free", await page.SeesAsync($"[data-day='{date}']"), StringComparison.Ordinal);
        await page.PressAsync($"[data-day='{date}'] button");
        Assert.Equal(0, await page.Locator($"[data-day='{date}']").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_was_typed_outlives_the_session()
    {
        var page = await house.StrangerAsync();
        await page.SignInAsync("member");
        await page.GotoAsync("/me/complain");
        await page.Locator("[name=text]").FillAsync("计划里的课太晚了");

        // The session ends; the cookie that guards forms stays. Without that one every page the worker is fetching just then would bring another, and the form would be refused.
        await page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = "learning" });
        await page.PressAsync("main form button");
        Assert.Contains("仍会保留", await page.SeesAsync(), StringComparison.Ordinal);
        await page.PressAsync("main a.button");
        await page.Locator("[name=UserName]").FillAsync("member");
        await page.Locator("[name=Password]").FillAsync("learning");
        await page.PressAsync("main form button");
        Assert.Equal("计划里的课太晚了", await page.Locator("[name=text]").InputValueAsync());
        await page.PressAsync("main form button");
        Assert.Contains("15 天内答复", await page.SeesAsync(".notice.good"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_feed_can_be_read_without_signing_in_until_it_is_ended()
    {
        var page = await house.SignedInAsync("member");
        await page.GotoAsync("/plan/calendar");
        await page.PressAsync("form[action*=Renew] button");
        var address = await page.Locator("#feed").InputValueAsync();
        using var client = new HttpClient();
        var calendar = await client.GetStringAsync(address, TestContext.Current.CancellationToken);
        Assert.StartsWith("BEGIN:VCALENDAR", calendar, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VEVENT", calendar, StringComparison.Ordinal);
        await page.PressAsync("form[action*=End] button");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        await page.Context.CloseAsync();
    }
}
