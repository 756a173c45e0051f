using System.Net;
using Learning.Data;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Tests.Members;

public sealed class RightsOfAMember : IAsyncLifetime
{
    private readonly LearningApplication _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_member_sees_switches_off_takes_along_and_erases()
    {
        using var member = await _app.SignedInAsync(Roles.Member, "zh");
        var me = await member.SendAsync("GET", "/api/v1/me").JsonAsync();
        Assert.Equal(_app.World.Member, (Guid)me["id"]!);
        Assert.Equal(["member"], me["account"]!["roles"]!.AsArray().Select(role => (string?)role));

        await member.SendAsync("PUT", "/api/v1/me/personalisation", "{}").ProblemAsync(HttpStatusCode.BadRequest, "value-missing");
        await member.SendAsync("PUT", "/api/v1/me/personalisation", """{"on":false}""").JsonAsync();
        Assert.False((bool)(await member.SendAsync("GET", "/api/v1/me").JsonAsync())["personalisation"]!);

        await member.SendAsync("DELETE", "/api/v1/me/tags/" + Uri.EscapeDataString("骑行")).JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(["first-aid"], (await member.SendAsync("GET", "/api/v1/me/tags").JsonAsync()).Items().Select(tag => (string?)tag["name"]));

        var export = await member.SendAsync("GET", "/api/v1/me/export").JsonAsync();
        Assert.Equal("示例成员", (string?)export["member"]!["name"]);
        Assert.Equal("completed", (string?)Assert.Single(export["records"]!.AsArray())!["verb"]);
        Assert.Single(export["impressions"]!.AsArray());
        Assert.NotEmpty(export["account"]!["sessions"]!.AsArray());
        Assert.DoesNotContain("hash", export.ToJsonString(), StringComparison.OrdinalIgnoreCase);

        await member.SendAsync("DELETE", "/api/v1/me").JsonAsync(HttpStatusCode.NoContent);
        await member.SendAsync("GET", "/api/v1/me").ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-required");
        Assert.Equal(0, await LeftAsync());
    }

    private Task<int> LeftAsync() => _app.WithAsync<LearningDbContext, int>(async db =>
        await db.Members.CountAsync(row => row.Id == _app.World.Member)
        + await db.Records.CountAsync(row => row.MemberId == _app.World.Member)
        + await db.Impressions.CountAsync(row => row.MemberId == _app.World.Member)
        + await db.GroupMemberships.CountAsync(row => row.MemberId == _app.World.Member));
}
