using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Learning.Browser.Tests;

/// <summary>A week in which lessons were missed: they are spread over the days to come and not piled up, and the page says what changed.</summary>
public sealed class MissedWeek(House house)
{
    private const int DaysAgo = 5;

    [Fact]
    public async Task What_was_missed_finds_other_days_and_is_not_piled_up()
    {
        var page = await house.SignedInAsync("member", width: 1440);
        await page.GotoAsync("/plan");
        if (await page.Locator(".item").CountAsync() == 0)
        {
            await page.PressAsync("form[action*=Make] button");
        }

        var plan = (await page.Locator("form[action*=Move] [name=plan]").First.GetAttributeAsync("value"))!;
        LetDaysPass(plan, DaysAgo);
        await page.GotoAsync("/plan");
        var missed = await page.Locator(".item.missed a.title").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.NotEmpty(missed);
        Assert.Contains($"有 {missed.Length} 节课错过了", await page.SeesAsync("#missed"), StringComparison.Ordinal);
        var cap = await CapAsync(page);

        await page.GotoAsync("/plan");
        await page.PressAsync("form[action*=Renew] button");
        Assert.Contains("错过的课已重新安排", await page.SeesAsync("[data-done]"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("#missed").CountAsync());
        Assert.True(await page.Locator("#changes li[data-because=missed]").CountAsync() > 0);

        // What was missed is among what comes, and no day holds more than the member's own limit.
        var ahead = await page.Locator(".day:has(.item:not(.missed):not(.done)) .item:not(.missed):not(.done) a.title").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.Contains(missed, ahead.Contains);
        Assert.All(await MinutesByDayAsync(page), minutes => Assert.InRange(minutes, 1, cap));
        await page.Context.CloseAsync();
    }

    /// <summary>Lets time pass for one plan: its days lie so many days further back.</summary>
    private void LetDaysPass(string plan, int days)
    {
        using var db = new SqliteConnection($"Data Source={house.Database};Default Timeout=60");
        db.Open();
        using var read = db.CreateCommand();
        read.CommandText = "select \"Items\", \"From\", \"Id\" from \"Plans\" where lower(\"Id\") = lower($id)";
        read.Parameters.AddWithValue("$id", plan);
        using var row = read.ExecuteReader();
        Assert.True(row.Read());
        var items = JsonNode.Parse(row.GetString(0))!.AsArray();
        foreach (var item in items)
        {
            item!["date"] = Earlier((string)item["date"]!, days);
        }

        var from = Earlier(row.GetString(1), days);
        row.Close();
        using var write = db.CreateCommand();
        write.CommandText = "update \"Plans\" set \"Items\" = $items, \"From\" = $from where lower(\"Id\") = lower($id)";
        write.Parameters.AddWithValue("$items", items.ToJsonString());
        write.Parameters.AddWithValue("$from", from);
        write.Parameters.AddWithValue("$id", plan);
        Assert.Equal(1, write.ExecuteNonQuery());
    }

    private static string Earlier(string day, int days) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<int> CapAsync(IPage page)
    {
        await page.GotoAsync("/me/hours");
        return int.Parse(await page.Locator("[name=cap]").InputValueAsync(), CultureInfo.InvariantCulture);
    }

    private static Task<int[]> MinutesByDayAsync(IPage page) => page.Locator(".day:has(.item)").EvaluateAllAsync<int[]>(
        "days => days.filter(day => day.querySelector('.item:not(.missed):not(.done)')).map(day => [...day.querySelectorAll('.item .small')].map(line => /(\\d+) 分钟/.exec(line.textContent)).filter(found => found).reduce((sum, found) => sum + Number(found[1]), 0))");
}
