using System.Net;
using System.Text.Json.Nodes;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Records;

/// <summary>Hours over HTTP: who may book, see and take back, and that nothing else is counted anywhere.</summary>
public sealed class HoursAreBooked : IAsyncLifetime
{
    private readonly LearningApplication _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_door_visit_is_booked_seen_taken_along_and_taken_back()
    {
        using var coordinator = await _app.SignedInAsync(Roles.Coordinator);
        using var member = await _app.SignedInAsync(Roles.Member, "zh");
        var hours = $"/api/v1/members/{_app.World.Member}/hours";
        var visit = Visit(1, _app.World.Lesson, "上门送学，本人复述要点");

        var booked = await coordinator.SendAsync("POST", hours, visit).JsonAsync(HttpStatusCode.Created);
        await coordinator.SendAsync("POST", hours, visit).JsonAsync(HttpStatusCode.Created);
        await coordinator.SendAsync("POST", hours, Visit(2, _app.World.Lesson, "又一次")).ProblemAsync(HttpStatusCode.Conflict, "hours-counted-already");

        var mine = await member.SendAsync("GET", "/api/v1/me/hours").JsonAsync();
        var entry = Assert.Single(mine["entries"]!.AsArray())!;
        Assert.Equal(0.1m, (decimal)mine["total"]!);
        Assert.Equal(("door-visit", "上门送学，本人复述要点", "coordinator"), ((string)entry["kind"]!, (string)entry["evidence"]!, (string)entry["by"]!));
        Assert.Equal(0, entry["postings"]!.AsArray().Sum(posting => (decimal)posting!["hours"]!));
        Assert.Single((await member.SendAsync("GET", "/api/v1/me/export").JsonAsync())["hours"]!.AsArray());

        await coordinator.SendAsync("POST", $"{hours}/{(string)booked["id"]!}/reverse", """{"reason":"写错了人"}""").JsonAsync(HttpStatusCode.Created);
        await coordinator.SendAsync("POST", $"{hours}/{(string)booked["id"]!}/reverse", """{"reason":"再来"}""").ProblemAsync(HttpStatusCode.Conflict, "hours-entry-reversed");
        var after = await coordinator.SendAsync("GET", hours).JsonAsync();
        Assert.Equal(0, (decimal)after["total"]!);
        Assert.Equal(2, after["entries"]!.AsArray().Count);
    }

    [Fact]
    public async Task Credit_from_elsewhere_names_its_document_and_its_hours()
    {
        using var coordinator = await _app.SignedInAsync(Roles.Coordinator);
        var hours = $"/api/v1/members/{_app.World.Neighbour}/hours";

        await coordinator.SendAsync("POST", hours, Transfer(4, "0.04", "证书")).JsonAsync(HttpStatusCode.BadRequest);
        await coordinator.SendAsync("POST", hours, Transfer(5, "2", "")).ProblemAsync(HttpStatusCode.UnprocessableEntity, "hours-evidence-missing");
        await coordinator.SendAsync("POST", hours, Visit(6, TestWorld.Id(99), "不存在的课")).ProblemAsync(HttpStatusCode.UnprocessableEntity, "material-unknown");
        await coordinator.SendAsync("POST", hours, """{"id":"01890000-0000-7000-8000-000000007777","kind":"recall-passed","at":"2026-02-01T00:00:00Z"}""").JsonAsync(HttpStatusCode.BadRequest);
        await coordinator.SendAsync("POST", hours, Transfer(7, "2.5", "区总工会培训结业证 2026-017")).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(2.5m, (decimal)(await coordinator.SendAsync("GET", hours).JsonAsync())["total"]!);
    }

    [Fact]
    public async Task Hours_are_for_those_who_answer_for_the_member()
    {
        using var member = await _app.SignedInAsync(Roles.Member);
        using var coordinator = await _app.SignedInAsync(Roles.Coordinator);

        await member.SendAsync("GET", $"/api/v1/members/{_app.World.Member}/hours").ProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
        await member.SendAsync("POST", $"/api/v1/members/{_app.World.Member}/hours", Visit(8, _app.World.Lesson, "自己")).ProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
        await coordinator.SendAsync("GET", $"/api/v1/members/{_app.World.Stranger}/hours").ProblemAsync(HttpStatusCode.NotFound, "member-unknown");
        await coordinator.SendAsync("POST", $"/api/v1/members/{_app.World.Stranger}/hours", Visit(9, _app.World.Lesson, "外区")).ProblemAsync(HttpStatusCode.NotFound, "member-unknown");
    }

    private static string Visit(int number, Guid material, string evidence) => new JsonObject
    {
        ["id"] = TestWorld.Id(7000 + number), ["kind"] = "door-visit", ["at"] = "2026-02-01T06:00:00Z", ["material"] = material, ["evidence"] = evidence,
    }.ToJsonString();

    private static string Transfer(int number, string hours, string evidence) =>
        $$"""{"id":"{{TestWorld.Id(7000 + number)}}","kind":"transferred-credit","at":"2026-02-01T06:00:00Z","hours":{{hours}},"evidence":"{{evidence}}"}""";
}
