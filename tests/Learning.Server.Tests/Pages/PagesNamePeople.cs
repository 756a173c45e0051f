using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Learning.Data;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Tests.Pages;

/// <summary>Who did something is told by name or role in the reader's language, and when it was in the reader's own zone.</summary>
public sealed class PagesNamePeople : IAsyncLifetime
{
    // Two hours behind Shanghai all the year.
    private const string West = "Asia/Urumqi";
    private readonly LearningApplication _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_member_reads_who_approved_the_plan_and_when_where_the_member_lives()
    {
        await _app.WithAsync<LearningDbContext, int>(db => db.Members.Where(member => member.Id == _app.World.Member).ExecuteUpdateAsync(set => set.SetProperty(member => member.TimeZone, West)));
        using var coordinator = await _app.SignedInAsync(Roles.Coordinator);
        var at = await ApprovedAsync(coordinator);
        using var member = await Browser.SignedInAsync(_app, Roles.Member);

        var plan = (await member.GetAsync("/plan")).Text;

        Assert.Contains($"协调员于 {Told(at, West)} 批准", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("coordinator", Visible(plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_with_a_name_is_named_with_the_role()
    {
        using var administrator = await _app.SignedInAsync(Roles.Administrator);
        await administrator.SendAsync("POST", "/api/v1/accounts", """{"userName":"李伟","role":"coordinator","coordinates":["station-1"],"password":"three words better"}""").JsonAsync(HttpStatusCode.Created);
        var tokens = await _app.Stranger().SendAsync("POST", "/api/v1/sign-in", """{"userName":"李伟","password":"three words better"}""").JsonAsync();
        using var coordinator = _app.Stranger();
        coordinator.DefaultRequestHeaders.Authorization = new("Bearer", (string)tokens["accessToken"]!);
        await ApprovedAsync(coordinator);
        using var member = await Browser.SignedInAsync(_app, Roles.Member);

        Assert.Contains("李伟（协调员）于 ", (await member.GetAsync("/plan")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Asia/Urumqi", "Asia/Urumqi")]
    [InlineData("../../../etc/passwd", "Asia/Shanghai")]
    [InlineData("Nowhere/At-all", "Asia/Shanghai")]
    [InlineData("", "Asia/Shanghai")]
    public async Task A_coordinator_reads_times_in_the_zone_of_the_browser(string said, string zone)
    {
        using var coordinator = await Browser.SignedInAsync(_app, Roles.Coordinator);
        using var member = await Browser.SignedInAsync(_app, Roles.Member);
        await DraftAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await member.PostAsync("/me/complain", ("text", "太难了"))).Status);
        var at = await _app.WithAsync<LearningDbContext, DateTimeOffset>(db => db.ReviewActs.Where(act => act.Act == "complained").Select(act => act.At).SingleAsync());
        coordinator.Keep("learning-zone", said);

        Assert.Contains(Told(at, zone), (await coordinator.GetAsync("/coordinator/complaints")).Text, StringComparison.Ordinal);
    }

    private static string Told(DateTimeOffset at, string zone) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);

    private static string Visible(string page) => System.Text.RegularExpressions.Regex.Replace(page, "<[^>]*>", " ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));

    private async Task<JsonNode> DraftAsync()
    {
        using var coordinator = await _app.SignedInAsync(Roles.Coordinator);
        return await coordinator.SendAsync("POST", $"/api/v1/members/{_app.World.Member}/plans", """{"weeks":2}""").JsonAsync(HttpStatusCode.Created);
    }

    private async Task<DateTimeOffset> ApprovedAsync(HttpClient coordinator)
    {
        var drafted = await DraftAsync();
        var plan = await coordinator.SendAsync("POST", $"/api/v1/plans/{drafted["id"]}/approve", "{}", "application/json", ("If-Match", $"\"{drafted["version"]}\"")).JsonAsync();
        return (DateTimeOffset)plan["history"]!.AsArray()[^1]!["at"]!;
    }
}
