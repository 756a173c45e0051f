using Microsoft.Data.Sqlite;

namespace Learning.Browser.Tests;

/// <summary>A coordinator's evening at a desk: a roster, fifty plans, a material that is no longer right, a rule that may change.</summary>
public sealed class CoordinatorsEvening(House house)
{
    [Fact]
    public async Task Fifty_plans_are_reviewed_by_keyboard_and_one_is_given_back_with_a_reason()
    {
        await house.HavePlansAsync();
        var page = await house.SignedInAsync("coordinator", width: 1440);
        await page.GotoAsync("/coordinator");
        var waiting = await CountAsync(page);
        Assert.True(waiting >= 52, $"{waiting} plans wait");

        // Down and up again, and into the editor and back.
        var first = await OpenAsync(page);
        await page.PressKeyAsync("j");
        var second = await OpenAsync(page);
        Assert.NotEqual(first, second);
        await page.PressKeyAsync("k");
        Assert.Equal(first, await OpenAsync(page));
        await page.PressKeyAsync("e");
        Assert.Contains($"/coordinator/plans/{first}", page.Url, StringComparison.Ordinal);
        await page.GoBackAsync();

        // One key a plan; each is another plan, and what was said is of its member.
        var approved = new HashSet<string>(StringComparer.Ordinal);
        for (var press = 0; press < 50; press++)
        {
            var name = await page.SeesAsync("article.open h2");
            Assert.True(approved.Add(await OpenAsync(page)));
            await page.PressKeyAsync("a");
            Assert.Equal($"已批准：{name}", await page.SeesAsync(".notice.good"));
        }

        Assert.Equal(waiting - 50, await CountAsync(page));
        Assert.Equal(50, ApprovedAmong(approved));

        await page.Keyboard.PressAsync("r");
        await page.Locator("[name=reason]").WaitForAsync();
        await page.Locator("[name=reason]").FillAsync("请避开周三晚上");
        await page.PressKeyAsync("Enter");
        Assert.Contains("已退回", await page.SeesAsync(".notice.good"), StringComparison.Ordinal);
        Assert.Equal(waiting - 51, await CountAsync(page));
        house.PlansAreGone();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Fifty_safe_plans_are_approved_in_bulk_within_four_actions_after_a_preview_and_the_approval_is_taken_back()
    {
        await house.HavePlansAsync();
        LetAllHoursFit();
        await WriteAPolicyAsync();
        var page = await house.SignedInAsync("coordinator", width: 1440);
        await page.GotoAsync("/coordinator");
        var waiting = await CountAsync(page);

        // Two actions: to the preview, and to approve what it shows.
        await page.PressAsync("a[href='/coordinator/bulk']");
        var previewed = await page.Locator("[data-passing]").CountAsync();
        Assert.True(previewed >= 50, $"{previewed} of {waiting} plans pass");
        await page.PressAsync("form button[name=policy]");
        Assert.Contains($"已批准 {previewed} 份", await page.SeesAsync(".notice.good"), StringComparison.Ordinal);

        // A sample of what passed wants a person's look: who disagrees puts the plan back and switches the policy off.
        await page.PressAsync("a[href='/coordinator/policies']");
        await page.Locator("[data-audit] [name=note]").First.FillAsync("周三晚上她没有空");
        await page.PressAsync("[data-audit] [name=agreed][value=false]");
        Assert.Contains("政策已停用", await page.SeesAsync(".notice.good"), StringComparison.Ordinal);
        Assert.Equal("关", await page.SeesAsync("[data-policy] .badge"));
        await page.GotoAsync("/coordinator/bulk");
        await page.PressAsync("button[name=run]");
        Assert.Contains($"{previewed - 1} 份计划已恢复待审核", await page.SeesAsync(".notice.good"), StringComparison.Ordinal);
        await page.GotoAsync("/coordinator");
        Assert.Equal(waiting, await CountAsync(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_lesson_is_dragged_to_another_day_and_the_checks_are_told_before_anything_is_kept()
    {
        await house.HavePlansAsync();
        var page = await house.SignedInAsync("coordinator", width: 1440);
        await page.GotoAsync("/coordinator");
        await page.PressKeyAsync("e");
        var row = page.Locator("[data-lesson]").First;
        var day = row.Locator("input[type=date]");
        var before = await day.InputValueAsync();
        var to = (await page.Locator("[data-lesson] input[type=date]").EvaluateAllAsync<string[]>("days => days.map(day => day.value)")).First(other => string.CompareOrdinal(other, before) > 0);
        await row.DragToAsync(page.Locator($"[data-day='{to}']"));
        Assert.Equal(to, await day.InputValueAsync());
        await page.Locator("[data-verdict]").WaitForAsync();
        Assert.Contains("尚未保存", await page.SeesAsync("[data-verdict]"), StringComparison.Ordinal);
        Assert.Contains("项检查可通过", await page.SeesAsync("[data-verdict]"), StringComparison.Ordinal);

        // The same by keyboard: the day is a field. The page itself still has the lesson where it was.
        await page.EvaluateAsync("sessionStorage.clear()");
        await page.ReloadAsync();
        Assert.Equal(before, await page.Locator("[data-lesson] input[type=date]").First.InputValueAsync());
        await page.Locator("[data-lesson] input[type=date]").First.FillAsync(to);
        await page.Locator("[data-lesson] input[type=date]").First.DispatchEventAsync("change");
        await page.Locator("[data-verdict]").WaitForAsync();
        await page.PressAsync("form[data-try] button");
        Assert.Contains("通过检查", await page.SeesAsync("[data-done]"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_plan_is_adjusted_and_the_difference_shown()
    {
        await house.HavePlansAsync();
        var page = await house.SignedInAsync("coordinator", width: 1440);
        await page.GotoAsync("/coordinator");
        await page.PressKeyAsync("e");
        var title = (await page.SeesAsync("tbody tr:first-child th")).Split('\n')[0];
        await page.Locator("tbody tr:first-child [name=bans]").CheckAsync();
        await page.PressAsync("main form button");
        var said = await page.SeesAsync("[data-done]");
        Assert.Contains("通过检查", said, StringComparison.Ordinal);
        Assert.Contains($"− {title}", said, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_roster_shows_each_rows_fate_before_anything_is_kept()
    {
        var page = await house.SignedInAsync("coordinator", width: 1440);
        await page.GotoAsync("/coordinator/members/import");
        var key = $"E-{Guid.NewGuid():N}"[..12];
        await page.Locator("[name=pasted]").FillAsync($"key,name,birthYear,occupation,groups\n{key},晚班的周师傅,1979,送外卖的,demo-district\n{key}-2,没有小组,1980,司机,no-such-group\n");
        await page.PressAsync("main form button");
        Assert.Equal("Created", await page.Locator("tbody tr").First.GetAttributeAsync("data-status"));
        Assert.Equal("Failed", await page.Locator("tbody tr").Nth(1).GetAttributeAsync("data-status"));
        await page.GotoAsync($"/coordinator/members?q={key}");
        Assert.Contains("没有找到", await page.SeesAsync(), StringComparison.Ordinal);

        await page.GotoAsync("/coordinator/members/import");
        await page.Locator("[name=pasted]").FillAsync($"key,name,birthYear,occupation,groups\n{key},晚班的周师傅,1979,送外卖的,demo-district\n");
        await page.PressAsync("main form button");
        await page.PressAsync("form[action*=Import] button");
        Assert.Contains("已完成", await page.SeesAsync(".notice.good"), StringComparison.Ordinal);
        await page.GotoAsync($"/coordinator/members?q={key}");
        Assert.Contains("晚班的周师傅", await page.SeesAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_withdrawn_material_is_gone_for_members_at_once()
    {
        var page = await house.SignedInAsync("coordinator", width: 1440);
        await page.GotoAsync("/coordinator/materials?q=吃了亏");
        var link = (await page.Locator("tbody a").First.GetAttributeAsync("href"))!;
        await page.GotoAsync(link);
        await page.Locator("details summary").First.ClickAsync();
        await page.Locator("[name=reason]").FillAsync("已被新规取代");
        await page.PressAsync("form[action*=Withdraw] button");
        Assert.Contains("已撤回", await page.SeesAsync(".notice.good"), StringComparison.Ordinal);
        await page.Context.CloseAsync();

        var member = await house.SignedInAsync("member");
        var answer = await member.GotoAsync($"/learn/{link[^36..]}");
        Assert.Equal(404, answer!.Status);
        Assert.Equal(1, await member.Locator("h1").CountAsync());
        await member.Context.CloseAsync();
    }

    [Fact]
    public async Task Another_target_is_tried_before_anybody_asks_for_it()
    {
        var page = await house.SignedInAsync("coordinator", width: 1440);
        await page.GotoAsync("/coordinator/rules");
        await page.Locator("[name=target]").First.FillAsync("60");
        await page.PressAsync("main form button");
        Assert.Contains("60", await page.SeesAsync("#what-if h2"), StringComparison.Ordinal);
        Assert.True(await page.Locator("#what-if tbody tr").CountAsync() > 1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Members_find_no_door_into_the_console()
    {
        var page = await house.SignedInAsync("member");
        var answer = await page.GotoAsync("/coordinator");
        Assert.Equal(403, answer!.Status);
        Assert.Equal(0, await page.Locator("a[href^='/coordinator']").CountAsync());
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        await page.Context.CloseAsync();
    }

    private async Task WriteAPolicyAsync()
    {
        var page = await house.SignedInAsync("administrator", width: 1440);
        await page.GotoAsync("/coordinator/policies");
        await page.Locator("details summary").Last.ClickAsync();
        await page.Locator("[name=name]").FillAsync("疑点少的");
        await page.Locator("[name=doubt]").FillAsync("100");
        await page.Locator("[name=change]").FillAsync("100");
        await page.Locator("[name=cold]").CheckAsync();
        await page.PressAsync("form[action*=Write] button");
        Assert.Contains("政策已保存", await page.SeesAsync(".notice.good"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    /// <summary>Near the end of a year hardly any plan of the seed has room for all the hours that are asked; here all have.</summary>
    private void LetAllHoursFit() => Execute("update \"Plans\" set \"Unmet\" = '[]' where \"State\" = 'InReview'");

    private int ApprovedAmong(IEnumerable<string> plans) => Convert.ToInt32(
        Execute($"select count(*) from \"Plans\" where \"State\" in ('Approved', 'Active') and lower(\"Id\") in ({string.Join(',', plans.Select(plan => $"'{Guid.Parse(plan)}'"))})"),
        System.Globalization.CultureInfo.InvariantCulture);

    private object? Execute(string words)
    {
        using var db = new SqliteConnection($"Data Source={house.Database};Default Timeout=60");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = words;
        return command.ExecuteScalar();
    }

    /// <summary>The plan that is open beside the list.</summary>
    private static async Task<string> OpenAsync(IPage page) => await page.Locator("article.open [name=id]").First.InputValueAsync();

    private static async Task<int> CountAsync(IPage page) => int.Parse(await page.SeesAsync("h1 .badge"), System.Globalization.CultureInfo.InvariantCulture);
}
