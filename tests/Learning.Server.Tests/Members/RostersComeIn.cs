using System.Net;
using System.Text;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Members;

public sealed class RostersComeIn(SharedApplication app)
{
    private const string Path = "/api/v1/members/import";

    private const string Roster = """
        编号,姓名,年龄,职业,小组,时段,标签
        R-1,陈静,41,送外卖的,station-1,周一 10:00-10:45;周三 15:00 30 listen,first-aid
        R-2,,30,网约车司机,station-1,,
        R-3,刘洋,abc,网约车司机,station-1,,
        R-4,"黄,磊",35,Java dev,other-district,,
        R-5,周杰,28,主播,demo-district,周八 10:00 30,
        R-6,吴敏,28,主播,demo-district,,
        R-6,吴敏二,28,主播,demo-district,,
        """;

    [Fact]
    public async Task Each_row_is_answered_for_itself_and_the_same_roster_again_changes_nothing()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator, "zh");

        var first = (await coordinator.SendAsync("POST", Path, Roster, "text/csv").JsonAsync()).Items();
        Assert.Equal(["created", "failed", "failed", "failed", "failed", "created", "failed"], first.Select(item => (string?)item["status"]));
        Assert.Equal([2, 3, 4, 5, 6, 7, 8], first.Select(item => (int)item["line"]!));
        Assert.Equal(
            ["name-missing", "roster-number-invalid", "group-unknown", "slot-invalid", "roster-row-twice"],
            first.Where(item => item["problem"] is not null).Select(item => (string?)item["problem"]!["rule"]));
        Assert.All(first.Where(item => item["problem"] is not null), item => Assert.Contains((string)item["problem"]!["hint"]!, letter => letter > '⺀'));

        var member = await coordinator.SendAsync("GET", $"/api/v1/members/{first[0]["id"]}").JsonAsync();
        Assert.Equal(2, member["slots"]!.AsArray().Count);
        Assert.Equal("roster", (string?)member["tags"]![0]!["from"]);

        var second = (await coordinator.SendAsync("POST", Path, Roster, "text/csv").JsonAsync()).Items();
        Assert.Equal(["unchanged", "failed", "failed", "failed", "failed", "unchanged", "failed"], second.Select(item => (string?)item["status"]));

        var third = (await coordinator.SendAsync("POST", Path, Roster.Replace("陈静", "陈晶", StringComparison.Ordinal), "text/csv").JsonAsync()).Items();
        Assert.Equal("changed", (string?)third[0]["status"]);
    }

    [Fact]
    public async Task An_occupation_that_is_not_sure_comes_back_with_what_it_may_mean()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator, "zh");
        var rows = (await coordinator.SendAsync("POST", Path, "key,name,groups,occupation,occupationCode\nO-1,a,demo-district,在工地帮忙,\nO-2,b,demo-district,送外卖的,\nO-3,c,demo-district,,9-99\n", "text/csv").JsonAsync()).Items();

        Assert.Equal("在工地帮忙", (string?)rows[0]["occupation"]!["said"]);
        Assert.NotEmpty(rows[0]["occupation"]!["candidates"]!.AsArray());
        Assert.Null(rows[1]["occupation"]);
        Assert.Equal("occupation-code-invalid", (string?)rows[2]["problem"]!["rule"]);
    }

    [Fact]
    public async Task Json_lines_and_files_are_read_as_well()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        var list = (await coordinator.SendAsync("POST", Path, """[{"key":"J-1","name":"孙丽","birthYear":1990,"occupation":{"said":"主播"},"groups":["demo-district"],"slots":[{"day":"monday","start":"10:00","minutes":30}]}, 7]""").JsonAsync()).Items();
        Assert.Equal(["created", "failed"], list.Select(item => (string?)item["status"]));

        var lines = (await coordinator.SendAsync("POST", Path, "{\"key\":\"J-1\",\"name\":\"孙丽\",\"birthYear\":1990,\"occupation\":\"主播\",\"groups\":\"demo-district\",\"slots\":\"mon 10:00 30\"}\n{oops\n", "application/x-ndjson").JsonAsync()).Items();
        Assert.Equal(["unchanged", "failed"], lines.Select(item => (string?)item["status"]));

        using var form = new MultipartFormDataContent();
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("姓名,小组\n郑强,demo-district\n");
        form.Add(new ByteArrayContent(gbk), "files", "名单.csv");
        var files = (await coordinator.PostAsync(new Uri(Path, UriKind.Relative), form, TestContext.Current.CancellationToken).JsonAsync()).Items();
        Assert.Equal("created", (string?)Assert.Single(files)["status"]);
        Assert.Equal("郑强", (string?)(await coordinator.SendAsync("GET", $"/api/v1/members/{files[0]["id"]}").JsonAsync())["name"]);
    }

    [Theory]
    [InlineData("", "text/csv", "roster-empty")]
    [InlineData("a,b\n1,2", "text/csv", "roster-columns-missing")]
    [InlineData("{", "application/json", "roster-unreadable")]
    [InlineData("7", "application/json", "roster-unreadable")]
    public async Task What_is_no_roster_is_refused(string body, string type, string rule)
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        await coordinator.SendAsync("POST", Path, body, type).ProblemAsync(HttpStatusCode.UnprocessableEntity, rule);
    }

    [Fact]
    public async Task Hostile_rows_fail_alone()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        var rows = $"name,groups\n\0,demo-district\n{new string('x', 5000)},demo-district\n\"never closed,demo-district\n";
        var answer = (await coordinator.SendAsync("POST", Path, rows, "text/csv").JsonAsync()).Items();

        Assert.All(answer, item => Assert.Equal("failed", (string?)item["status"]));
        await coordinator.SendAsync("POST", Path, "x", "application/pdf").ProblemAsync(HttpStatusCode.UnsupportedMediaType, "content-type-not-read");
    }

    [Fact]
    public async Task A_roster_touches_nobody_the_coordinator_does_not_look_after()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        var answer = (await coordinator.SendAsync("POST", Path, "key,name,groups\nstranger,别人,demo-district\n", "text/csv").JsonAsync()).Items();
        Assert.Equal("member-key-taken", (string?)answer[0]["problem"]!["rule"]);
    }
}
