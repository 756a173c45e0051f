using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Learning.Quality.Tests.Drivers;

namespace Learning.Quality.Tests;

/// <summary>The product's spine, walked through HTTP as an app and a coordinator would: materials in, a tailored and dated plan out.</summary>
public sealed class TheWholePath(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Reading = """
        ---
        id: kerb-rain-braking
        title: 雨天刹车：骑手的三秒钟
        topics: [traffic-safety]
        occupations: ["4-10-08-01"]
        minutes: 10
        questions:
          - ask: 雨天跟车距离至少几秒？
            options: [一秒, 两秒, 三秒]
            answer: 三秒
            evidence: 至少留三秒
        ---
        # 雨天刹车：骑手的三秒钟

        雨天路面湿滑，电动自行车的制动距离会明显变长。跟车时至少留三秒的距离，提前收油门，轻捏双闸，先后轮再前轮。

        ## 转弯前

        转弯前减到推行的速度。井盖、标线和落叶都比柏油滑，尽量直着过。
        """;

    [Fact]
    public async Task A_stranger_finds_the_server_ready_and_learns_how_it_ranks()
    {
        using var stranger = server.Stranger();

        await stranger.AskAsync("/health/ready");
        var algorithm = await stranger.AskAsync("/api/v1/algorithm");

        Assert.NotEmpty(algorithm["uses"]!.AsArray());
        await stranger.AskAsync("/api/v1/me", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Materials_come_in_once_and_are_found_in_both_languages()
    {
        using var coordinator = await server.SignedInAsync("coordinator");

        var first = await ImportAsync(coordinator, "rain.md", Reading);
        var second = await ImportAsync(coordinator, "rain.md", Reading);
        var bad = await ImportAsync(coordinator, "picture.md", "\u0089PNG\r\n\u001a\n\0\0");

        Assert.Equal("created", (string)first["status"]!);
        Assert.Equal("unchanged", (string)second["status"]!);
        Assert.Equal("failed", (string)bad["status"]!);
        Assert.NotEmpty((string)bad["problem"]!["hint"]!);

        var chinese = await coordinator.AskAsync("materials?q=" + Uri.EscapeDataString("下雨路滑怎么捏闸"));
        Assert.Contains(chinese.Items().Take(5), item => (string)item["id"]! == (string)first["id"]!);
        var english = await coordinator.AskAsync("materials?q=" + Uri.EscapeDataString("how to wear a bicycle helmet") + "&language=en");
        Assert.Contains(english.Items(), item => ((string)item["title"]!).Contains("helmet", StringComparison.OrdinalIgnoreCase)
            || ((string)item["snippet"]!).Contains("helmet", StringComparison.OrdinalIgnoreCase));
        var across = await coordinator.AskAsync("materials?q=" + Uri.EscapeDataString("交通安全") + "&language=en");
        Assert.Contains(across.Items(), item => (string)item["topics"]![0]! == "traffic-safety");
    }

    [Fact]
    public async Task Newcomers_of_different_age_and_occupation_get_different_lists_with_reasons()
    {
        using var coordinator = await server.SignedInAsync("coordinator");
        var group = await AGroupAsync(coordinator);

        var courier = await RecommendedToAsync(coordinator, new { name = "新骑手", birthYear = 2001, occupation = new { said = "送外卖的" }, groups = new[] { group } });
        var retired = await RecommendedToAsync(coordinator, new { name = "新退休", birthYear = 1958, occupation = new { said = "退休" }, groups = new[] { group } });

        Assert.Equal(10, courier.Items().Count);
        Assert.Equal(10, retired.Items().Count);
        Assert.True(courier.Materials().Intersect(retired.Materials()).Count() < 8, "two newcomers who differ in age and occupation got nearly the same list");
        Assert.All(courier.Items().Concat(retired.Items()), item => Assert.NotEmpty((string)item["reasons"]![0]!["text"]!));
    }

    [Fact]
    public async Task A_member_with_history_learns_and_the_next_list_differs()
    {
        using var member = await server.SignedInAsync("member");
        var before = await member.AskAsync("me/recommendations?limit=10");
        var lesson = before.Materials()[0];

        var record = new { id = Guid.CreateVersion7(), verb = "completed", material = lesson, at = DateTimeOffset.UtcNow };
        var sent = await member.TellAsync("records", new[] { record });
        var again = await member.TellAsync("records", new[] { record, record });
        var after = await member.AskAsync("me/recommendations?limit=10");

        Assert.Equal("created", (string)sent.Items()[0]["status"]!);
        Assert.All(again.Items(), item => Assert.Equal("unchanged", (string)item["status"]!));
        Assert.DoesNotContain(lesson, after.Materials());
        Assert.NotEqual(before.Materials(), after.Materials());
        var whyNot = await member.AskAsync("me/recommendations/why-not?material=" + lesson);
        Assert.Equal("done", (string)whyNot["rule"]!);
        Assert.Contains("学完", (string)whyNot["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_personalisation_off_everybody_gets_the_same_complete_list_and_a_plan()
    {
        using var member = await server.SignedInAsync("member");
        using var coordinator = await server.SignedInAsync("coordinator");
        var stranger = await coordinator.TellAsync(
            "members", new { name = "另一位", birthYear = 1950, occupation = new { said = "退休" }, groups = new[] { await AGroupAsync(coordinator) }, slots = Mornings, personalisation = false }, HttpStatusCode.Created);
        var own = await member.AskAsync("me");

        await member.SetAsync("me/personalisation", new { on = false });
        try
        {
            var mine = await member.AskAsync("me/recommendations?limit=10");
            var theirs = await coordinator.AskAsync($"members/{(string)stranger["id"]!}/recommendations?limit=10");

            Assert.False((bool)mine["personalised"]!);
            Assert.Equal(10, mine.Items().Count);
            Assert.Equal(mine.Materials(), theirs.Materials());
            var plan = await member.TellAsync($"members/{(string)own["id"]!}/plans", new { weeks = 4 }, HttpStatusCode.Created);
            Assert.False((bool)plan["personalised"]!);
            Assert.NotEmpty(plan.Items());
        }
        finally
        {
            await member.SetAsync("me/personalisation", new { on = true });
        }
    }

    [Fact]
    public async Task A_plan_fits_the_hours_is_proved_reviewed_and_kept()
    {
        using var coordinator = await server.SignedInAsync("coordinator");
        var member = await coordinator.TellAsync(
            "members",
            new { name = "午后骑手", birthYear = 1994, occupation = new { said = "网约配送员" }, groups = new[] { await AGroupAsync(coordinator) }, slots = Lulls, language = "zh" },
            HttpStatusCode.Created);
        var id = (string)member["id"]!;

        var plan = await coordinator.TellAsync($"members/{id}/plans", new { weeks = 8 }, HttpStatusCode.Created);

        Assert.Equal("in-review", (string)plan["state"]!);
        Assert.NotEmpty(plan.Items());
        Assert.All(plan.Items(), item => Assert.Contains(TimeOnly.Parse((string)item["start"]!).Hour, new[] { 10, 15 }));
        Assert.All(plan["proof"]!["checks"]!.AsArray(), check => Assert.True((bool)check!["passed"]!));
        Assert.Equal(32, (decimal)plan["hours"]!["target"]!);
        Assert.Equal("第二十条", (string)plan["hours"]!["rule"]!["article"]!);

        var path = $"plans/{(string)plan["id"]!}";
        var unwanted = plan.Materials()[0];
        var adjusted = await coordinator.TellAsync($"{path}/adjust", new { bans = new[] { unwanted }, reason = "上月听过" });
        Assert.DoesNotContain(unwanted, adjusted.Materials());
        var approved = await coordinator.TellAsync($"{path}/approve", new { reason = "好" });
        Assert.Contains((string)approved["state"]!, new[] { "approved", "active" });
        await coordinator.TellAsync($"{path}/return", new { reason = "晚了" }, HttpStatusCode.Conflict);
        var kept = await coordinator.AskAsync(path);
        Assert.Equal(["drafted", "handed-in", "adjusted", "approved"], kept["history"]!.AsArray().Select(act => (string)act!["act"]!));
    }

    [Fact]
    public async Task A_withdrawn_material_is_gone_from_search_recommendations_and_open_plans_in_the_same_second()
    {
        using var coordinator = await server.SignedInAsync("coordinator");
        var member = await coordinator.TellAsync(
            "members", new { name = "撤回见证人", birthYear = 1990, occupation = new { said = "网约配送员" }, groups = new[] { await AGroupAsync(coordinator) }, slots = Lulls }, HttpStatusCode.Created);
        var id = (string)member["id"]!;
        var plan = await coordinator.TellAsync($"members/{id}/plans", new { weeks = 4 }, HttpStatusCode.Created);
        var material = plan.Materials()[0];
        var title = (string)(await coordinator.AskAsync("materials/" + material))["title"]!;

        var withdrawn = await coordinator.TellAsync($"materials/{material}/withdraw", new { reason = "内容过期" });

        Assert.True((int)withdrawn["plansChanged"]! >= 1);
        Assert.True((int)withdrawn["studiedBy"]! >= 0);
        var found = await coordinator.AskAsync("materials?limit=100&q=" + Uri.EscapeDataString(title));
        Assert.DoesNotContain(found.Items(), item => (string)item["id"]! == material);
        Assert.DoesNotContain(material, (await coordinator.AskAsync($"members/{id}/recommendations?limit=100")).Materials());
        Assert.DoesNotContain(material, (await coordinator.AskAsync($"plans/{(string)plan["id"]!}")).Materials());
        using var reader = await server.SignedInAsync("member");
        await reader.AskAsync("materials/" + material, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_sees_what_is_not_theirs()
    {
        using var member = await server.SignedInAsync("member");
        using var coordinator = await server.SignedInAsync("coordinator");
        using var administrator = await server.SignedInAsync("administrator");
        var inScope = (await coordinator.AskAsync("members?limit=100")).Items().Select(item => (string)item["id"]!).ToHashSet();
        var everybody = await administrator.AskAsync("members?limit=100");
        var outside = everybody.Items().Select(item => (string)item["id"]!).First(id => !inScope.Contains(id));

        await member.AskAsync($"members/{outside}", HttpStatusCode.NotFound);
        await member.AskAsync($"members/{outside}/recommendations", HttpStatusCode.NotFound);
        await member.AskAsync("plans", HttpStatusCode.Forbidden);
        await member.TellAsync("materials", new { title = "我的", text = "我的" }, HttpStatusCode.Forbidden);
    }

    private static object[] Lulls { get; } = [.. Enum.GetNames<DayOfWeek>().SelectMany(day => new object[]
    {
        new { day = day.ToLowerInvariant(), start = "10:00", minutes = 45, modes = new[] { "read", "listen", "practise" } },
        new { day = day.ToLowerInvariant(), start = "15:00", minutes = 45, modes = new[] { "read", "listen", "practise" } },
    })];

    private static object[] Mornings { get; } = [.. Enum.GetNames<DayOfWeek>().Select(day => new { day = day.ToLowerInvariant(), start = "08:30", minutes = 60, modes = new[] { "read", "listen", "practise" } })];

    private static async Task<JsonNode> RecommendedToAsync(HttpClient coordinator, object newcomer)
    {
        var member = await coordinator.TellAsync("members", newcomer, HttpStatusCode.Created);
        return await coordinator.AskAsync($"members/{(string)member["id"]!}/recommendations?limit=10");
    }

    private static async Task<string> AGroupAsync(HttpClient coordinator)
    {
        var members = await coordinator.AskAsync("members?limit=1");
        var group = members.Items()[0]["groups"]![0]!;
        return group is JsonValue ? (string)group! : (string)group["key"]!;
    }

    private static async Task<JsonNode> ImportAsync(HttpClient coordinator, string name, string text)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        form.Add(file, "files", name);
        var answer = await coordinator.PostAsync(new Uri("materials/import", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["items"]![0]!;
    }
}
