using System.Net;
using System.Text.Json.Nodes;
using Learning.Data;
using Learning.Ranking.Models;
using Learning.Records;
using Learning.Retraining;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;
using Microsoft.Extensions.Time.Testing;

namespace Learning.Server.Tests.Retraining;

/// <summary>What the house learns, from the doors by which people look at it: who decides, who is forgotten, and what health tells.</summary>
public sealed class TheHouseLearns : IAsyncLifetime
{
    private const int ListsShown = 120;

    private readonly FakeTimeProvider _clock = new(HouseOfLearners.Until.AddHours(1));
    private readonly HouseOfLearners _app;

    public TheHouseLearns() => _app = new HouseOfLearners { Clock = _clock };

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_model_waits_for_the_administrator_and_is_made_once_however_often_it_is_asked_for()
    {
        using var administrator = await _app.SignedInAsync(Roles.Administrator);
        using var member = await _app.SignedInAsync(Roles.Member);

        var first = await TrainAsync(administrator);
        Assert.Equal("waiting", (string?)first["status"]);
        Assert.Equal("weighted-1", await ModelOfAListAsync(member));
        var same = await administrator.SendAsync("POST", "/api/v1/models/train").JsonAsync(HttpStatusCode.Accepted);
        Assert.Equal((string?)first["id"], (string?)same["id"]);
        await _app.WithAsync<TrainingRuns, bool>(async runs =>
        {
            await runs.DoAsync(Guid.Parse((string)first["id"]!), TestContext.Current.CancellationToken);
            return true;
        });
        Assert.Equal(1, await _app.WithAsync<LearningDbContext, int>(async db => (await db.TrainingRuns.FindAsync([Guid.Parse((string)first["id"]!)], TestContext.Current.CancellationToken))!.Attempts));

        _clock.Advance(TimeSpan.FromMinutes(1));
        var again = await TrainAsync(administrator);
        Assert.Equal("unchanged", (string?)again["status"]);
        Assert.Equal((string?)first["model"], (string?)again["model"]);
        Assert.Single((await ModelsAsync(administrator)).Items());

        await administrator.SendAsync("POST", $"/api/v1/models/{(string?)first["model"]}/promote").JsonAsync();
        Assert.Equal((string?)first["model"], await ModelOfAListAsync(member));
    }

    [Fact]
    public async Task Who_is_erased_marks_the_models_that_learned_from_them_and_the_next_learns_without()
    {
        using var administrator = await _app.SignedInAsync(Roles.Administrator);
        var before = (await TrainAsync(administrator))["model"];
        await administrator.SendAsync("POST", $"/api/v1/models/{(string?)before}/promote").JsonAsync();

        await administrator.SendAsync("DELETE", $"/api/v1/members/{HouseOfLearners.Member(7)}").JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(1, (int)Assert.Single((await ModelsAsync(administrator)).Items())["erased"]!);
        Assert.Contains("model-erased-members", await WarningsAsync());

        _clock.Advance(TimeSpan.FromMinutes(1));
        var after = (await TrainAsync(administrator))["model"];
        var models = (await ModelsAsync(administrator)).Items().ToDictionary(model => (string)model["id"]!);
        Assert.Equal(2, models.Count);
        Assert.Equal(0, (int)models[(string)after!]["erased"]!);
        Assert.Equal((int)models[(string)before!]["data"]!["people"]! - 1, (int)models[(string)after!]["data"]!["people"]!);
        Assert.Equal(0, await _app.WithAsync<ModelStore, int>(store => Task.FromResult(store.MarkErased(HouseOfLearners.Member(7), _clock.GetUtcNow()))));
    }

    [Fact]
    public async Task Health_tells_when_nothing_is_shown_when_nothing_comes_of_it_and_when_it_looks_like_nothing_before()
    {
        using var administrator = await _app.SignedInAsync(Roles.Administrator);
        var model = (string?)(await TrainAsync(administrator))["model"];
        await administrator.SendAsync("POST", $"/api/v1/models/{model}/promote").JsonAsync();
        Assert.Empty(await WarningsAsync());

        _clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(["no-impressions"], await WarningsAsync());

        await ShowAsync(new Dictionary<string, double>(StringComparer.Ordinal) { ["newness"] = -50, ["popularity"] = 50 });
        _clock.Advance(TimeSpan.FromMinutes(6));
        var warnings = await WarningsAsync();
        Assert.Contains("no-outcomes", warnings);
        Assert.Contains("drift popularity", warnings);
    }

    private static async Task<JsonNode> TrainAsync(HttpClient administrator)
    {
        var asked = await administrator.SendAsync("POST", "/api/v1/models/train").JsonAsync(HttpStatusCode.Accepted);
        return await ModelsAreForAdministrators.EndedAsync(administrator, (string)asked["id"]!);
    }

    private static Task<JsonNode> ModelsAsync(HttpClient administrator) => administrator.SendAsync("GET", "/api/v1/models").JsonAsync();

    private static async Task<string?> ModelOfAListAsync(HttpClient member) => (string?)(await member.SendAsync("GET", "/api/v1/me/recommendations").JsonAsync())["model"];

    private async Task<string[]> WarningsAsync()
    {
        using var stranger = _app.Stranger();
        return [.. (await stranger.SendAsync("GET", "/health/ready").JsonAsync())["warnings"]!.AsArray().Select(warning => (string)warning!)];
    }

    /// <summary>Lists that came of nothing, each of other values than any before.</summary>
    private Task<int> ShowAsync(Dictionary<string, double> features) => _app.WithAsync<LearningDbContext, int>(db =>
    {
        db.Impressions.AddRange(Enumerable.Range(0, ListsShown).Select(list => new Impression
        {
            Id = TestWorld.Id(90_000 + list),
            MemberId = HouseOfLearners.Member(list % 10),
            At = _clock.GetUtcNow(),
            Model = "test",
            Personalised = true,
            Items = [new ImpressionItem(HouseOfLearners.Lesson(0, 0), 1, 0.5, features)],
        }));
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });
}
