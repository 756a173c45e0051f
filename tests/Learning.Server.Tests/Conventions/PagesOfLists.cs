using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Conventions;

public sealed class PagesOfLists(SharedApplication app)
{
    [Fact]
    public async Task Pages_together_hold_every_item_once()
    {
        using var administrator = await app.SignedInAsync(Roles.Administrator);
        var whole = (await administrator.SendAsync("GET", "/api/v1/members?limit=100").JsonAsync()).Items().Select(item => (string)item["id"]!).ToList();
        var pieces = new List<string>();
        string? cursor = null;
        do
        {
            var page = await administrator.SendAsync("GET", $"/api/v1/members?limit=2&cursor={cursor}").JsonAsync();
            Assert.InRange(page.Items().Count, 1, 2);
            pieces.AddRange(page.Items().Select(item => (string)item["id"]!));
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);

        Assert.True(whole.Count >= 3);
        Assert.Equal(whole, pieces.Take(whole.Count));
        Assert.Equal(pieces.Count, pieces.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_cursor_is_read_back_and_nothing_else_is()
    {
        var id = TestWorld.Id(7);
        Assert.True(Cursor.TryRead(Cursor.After(id), out var read));
        Assert.Equal(id, read);
        Assert.DoesNotContain(["", "x", "AA", Cursor.After(id)[..^1], Cursor.After(id) + "A", "=" + Cursor.After(id)[1..], "B" + Cursor.After(id)[1..]], text => Cursor.TryRead(text, out _));
    }
}
