namespace Learning.Browser.Tests;

/// <summary>What a member does on the first day, on a phone.</summary>
public sealed class FirstDay(House house)
{
    [Fact]
    public async Task The_next_lesson_is_one_press_away_and_its_hours_are_booked_with_evidence()
    {
        var page = await house.SignedInAsync("member");
        await page.GotoAsync("/");
        var title = await page.SeesAsync(".next h2");
        Assert.Contains("为什么", await page.SeesAsync(".next"), StringComparison.Ordinal);

        await page.PressAsync(".next a.button");
        Assert.Equal(title, await page.SeesAsync("h1"));

        await page.AnswerAllAsync();
        Assert.Contains("学时已入账", await page.SeesAsync("#recall"), StringComparison.Ordinal);
        Assert.Contains("凭据", await page.SeesAsync("#recall"), StringComparison.Ordinal);

        await page.GotoAsync("/");
        Assert.NotEqual(title, await page.SeesAsync(".next h2"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Wrong_answers_book_nothing_and_show_where_the_right_one_stands()
    {
        var page = await house.SignedInAsync("member");
        await page.GotoAsync("/search?q=劳动合同");
        await page.PressAsync(".found li:nth-child(4) a");
        await page.AnswerAllAsync(isRight: false);
        Assert.Contains("还差一点", await page.SeesAsync("#recall"), StringComparison.Ordinal);
        Assert.DoesNotContain("已入账", await page.SeesAsync("#recall"), StringComparison.Ordinal);
        Assert.True(await page.Locator("#recall blockquote").CountAsync() > 0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_language_changes_in_place()
    {
        var page = await house.SignedInAsync("member");
        await page.GotoAsync("/plan");
        Assert.Equal("我的计划", await page.SeesAsync("h1"));
        await page.PressAsync(".tongue button");
        Assert.EndsWith("/plan", page.Url, StringComparison.Ordinal);
        Assert.Equal("My plan", await page.SeesAsync("h1"));
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Words_find_materials_in_both_languages()
    {
        var page = await house.SignedInAsync("member", "en-GB");
        foreach (var words in new[] { "riding in the rain", "雨天骑车" })
        {
            await page.GotoAsync("/search");
            await page.Locator("[name=q]").FillAsync(words);
            await page.PressAsync("[role=search] button");
            Assert.True(await page.Locator(".found li").CountAsync() > 3);
        }

        await page.Locator("[name=language]").SelectOptionAsync("zh");
        await page.PressAsync("[role=search] button");
        Assert.True(await page.Locator(".found b[lang=zh-CN]").CountAsync() > 0);
        Assert.Equal(0, await page.Locator(".found b[lang=en]").CountAsync());
        await page.Context.CloseAsync();
    }
}
