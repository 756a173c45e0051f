using System.Net;
using System.Text.Json.Nodes;
using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Tests.Members;

/// <summary>A day off and other times of one date: said, obeyed by the next plan and by one made again, taken along, and gone once the day is.</summary>
public sealed class DatesThatDiffer : IAsyncLifetime
{
    private const string Path = "/api/v1/me/slots/exceptions";
    private static readonly DateOnly Monday = NextMonday();
    private readonly LearningApplication _app = new();

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        await _app.WithAsync<LearningDbContext, int>(db =>
        {
            db.Materials.Add(new Material
            {
                Id = TestWorld.Id(22), Key = "helmet", Organisation = DemoAccounts.Organisation, Title = "头盔怎么戴", Language = "zh", Text = "系紧，压低，不后仰。", Minutes = 10, CreditHours = 0.2m,
                Hash = new string('1', 64), Lesson = TestWorld.Id(22), CreatedAt = DateTimeOffset.UnixEpoch,
            });
            return db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_plan_goes_by_them_and_one_made_before_is_made_again_around_them()
    {
        using var member = await _app.SignedInAsync(Roles.Member);
        var plan = await member.SendAsync("POST", $"/api/v1/members/{_app.World.Member}/plans", $$"""{"from":"{{Monday:yyyy-MM-dd}}","weeks":1}""").JsonAsync(HttpStatusCode.Created);
        Assert.Equal(("2", $"{Monday:yyyy-MM-dd}", "10:00"), Lesson(plan));

        await KeepAsync(member, $$"""{"date":"{{Monday:yyyy-MM-dd}}","slots":[]}""", $$"""{"date":"{{Monday.AddDays(2):yyyy-MM-dd}}","slots":[{"start":"20:00","minutes":60}]}""");
        var renewed = await member.SendAsync("POST", $"/api/v1/plans/{plan["id"]}/renew", "{}").JsonAsync();

        Assert.Equal(("2", $"{Monday.AddDays(2):yyyy-MM-dd}", "20:00"), Lesson(renewed));
        Assert.All(renewed["proof"]!["checks"]!.AsArray(), check => Assert.True((bool)check!["passed"]!));

        await KeepAsync(member, $$"""{"date":"{{Monday:yyyy-MM-dd}}","slots":[]}""");
        var none = await member.SendAsync("POST", $"/api/v1/members/{_app.World.Member}/plans", $$"""{"from":"{{Monday:yyyy-MM-dd}}","weeks":1}""").JsonAsync(HttpStatusCode.Created);
        Assert.Empty(none["items"]!.AsArray());

        await KeepAsync(member);
        var usual = await member.SendAsync("POST", $"/api/v1/members/{_app.World.Member}/plans", $$"""{"from":"{{Monday:yyyy-MM-dd}}","weeks":1}""").JsonAsync(HttpStatusCode.Created);
        Assert.Equal(("2", $"{Monday:yyyy-MM-dd}", "10:00"), Lesson(usual));
    }

    [Fact]
    public async Task They_are_shown_to_whom_they_concern_beside_the_week_and_taken_along()
    {
        using var member = await _app.SignedInAsync(Roles.Member);
        using var coordinator = await _app.SignedInAsync(Roles.Coordinator);
        await KeepAsync(member, $$"""{"date":"{{Monday.AddDays(1):yyyy-MM-dd}}","slots":[{"start":"20:00","minutes":60,"modes":["listen"]}]}""", $$"""{"date":"{{Monday:yyyy-MM-dd}}","slots":[]}""");

        var kept = (await member.SendAsync("GET", Path).JsonAsync())["exceptions"]!.AsArray();
        Assert.Equal([$"{Monday:yyyy-MM-dd}", $"{Monday.AddDays(1):yyyy-MM-dd}"], kept.Select(date => (string?)date!["date"]));
        Assert.Equal("listen", (string?)kept[1]!["slots"]![0]!["modes"]![0]);
        Assert.Single((await member.SendAsync("GET", "/api/v1/me/slots").JsonAsync())["slots"]!.AsArray());
        Assert.Equal(2, (await member.SendAsync("GET", "/api/v1/me/export").JsonAsync())["member"]!["slotExceptions"]!.AsArray().Count);
        Assert.Equal(2, (await coordinator.SendAsync("GET", $"/api/v1/members/{_app.World.Member}").JsonAsync())["slotExceptions"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_is_gone_by_is_shown_to_nobody_and_goes_with_the_next_change()
    {
        var past = new SlotException(DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-3), []);
        await _app.WithAsync<LearningDbContext, int>(async db =>
        {
            (await db.Members.SingleAsync(row => row.Id == _app.World.Member)).SlotExceptions = [past, SlotException.DayOff(Monday)];
            return await db.SaveChangesAsync();
        });
        using var member = await _app.SignedInAsync(Roles.Member);

        Assert.Equal($"{Monday:yyyy-MM-dd}", (string?)Assert.Single((await member.SendAsync("GET", Path).JsonAsync())["exceptions"]!.AsArray())!["date"]);
        await member.SendAsync("PUT", "/api/v1/me/slots", """{"slots":[{"day":"tuesday","start":"09:00","minutes":30}]}""").JsonAsync();

        var left = await _app.WithAsync<LearningDbContext, List<SlotException>>(async db => (await db.Members.AsNoTracking().SingleAsync(row => row.Id == _app.World.Member)).SlotExceptions);
        Assert.Equal(Monday, Assert.Single(left).Date);
    }

    [Fact]
    public async Task A_member_says_them_on_the_page_and_takes_them_back()
    {
        using var browser = await Browser.SignedInAsync(_app, Roles.Member);
        Task<(HttpStatusCode Status, string Text)> Day(string handler, DateOnly date, string start, string end, string off) =>
            browser.PostAsync("/me/hours?handler=" + handler, ("date", $"{date:yyyy-MM-dd}"), ("start", start), ("end", end), ("off", off));

        Assert.Equal(HttpStatusCode.Redirect, (await Day("Day", Monday, "", "", "true")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await Day("Day", Monday.AddDays(1), "20:00", "21:00", "false")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await Day("Day", Monday.AddDays(1), "07:00", "07:30", "false")).Status);

        var said = WebUtility.HtmlDecode((await browser.GetAsync("/me/hours")).Text);
        Assert.Contains("没空", Part(said, Monday), StringComparison.Ordinal);
        Assert.Contains("20:00–21:00", Part(said, Monday.AddDays(1)), StringComparison.Ordinal);
        Assert.Contains("07:00–07:30", Part(said, Monday.AddDays(1)), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync("/me/hours?handler=Usual", ("date", $"{Monday:yyyy-MM-dd}"))).Status);
        using var member = await _app.SignedInAsync(Roles.Member);
        var left = Assert.Single((await member.SendAsync("GET", Path).JsonAsync())["exceptions"]!.AsArray())!;
        Assert.Equal(($"{Monday.AddDays(1):yyyy-MM-dd}", 2), ((string?)left["date"], left["slots"]!.AsArray().Count));
    }

    private static string Part(string page, DateOnly date)
    {
        var at = page.IndexOf($"data-day=\"{date:yyyy-MM-dd}\"", StringComparison.Ordinal);
        Assert.True(at >= 0, page);
        return page[at..page.IndexOf("</form>", at, StringComparison.Ordinal)];
    }

    private static async Task KeepAsync(HttpClient member, params string[] dates) => await member.SendAsync("PUT", Path, $$"""{"exceptions":[{{string.Join(',', dates)}}]}""").JsonAsync();

    /// <summary>The last digit of the only lesson that is no recall, its day and its start.</summary>
    private static (string, string?, string?) Lesson(JsonNode plan) => plan["items"]!.AsArray().Single(item => !(bool)item!["recall"]!) is { } item
        ? (((string)item["material"]!)[^1..], (string?)item["date"], (string?)item["start"])
        : default;

    private static DateOnly NextMonday()
    {
        // Far enough ahead that it is to come wherever the member lives.
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(3);
        return day.AddDays(((int)DayOfWeek.Monday - (int)day.DayOfWeek + 7) % 7);
    }
}
