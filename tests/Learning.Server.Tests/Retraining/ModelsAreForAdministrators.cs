using System.Net;
using System.Text.Json.Nodes;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Retraining;

public sealed class ModelsAreForAdministrators(SharedApplication app)
{
    [Fact]
    public async Task Before_anything_was_learned_the_weights_set_by_hand_rank_and_everybody_may_read_so()
    {
        using var administrator = await app.SignedInAsync(Roles.Administrator);
        using var stranger = app.Stranger();

        Assert.Equal("weighted-1", (string?)(await administrator.SendAsync("GET", "/api/v1/models").JsonAsync())["serving"]);
        var algorithm = await stranger.SendAsync("GET", "/api/v1/algorithm").JsonAsync();
        Assert.Equal("weighted-1", (string?)algorithm["model"]);
        Assert.Null(algorithm["trained"]);
        Assert.All(algorithm["uses"]!.AsArray(), use => Assert.False((bool)use!["learned"]!));
        Assert.NotEmpty(algorithm["notUsed"]!.AsArray());
    }

    [Fact]
    public async Task What_is_not_there_is_neither_promoted_nor_rolled_back_to()
    {
        using var administrator = await app.SignedInAsync(Roles.Administrator);

        await administrator.SendAsync("POST", "/api/v1/models/20260101-abcdef01/promote").ProblemAsync(HttpStatusCode.NotFound, "model-not-kept");
        await administrator.SendAsync("POST", "/api/v1/models/..%2F..%2Fkeys/promote").ProblemAsync(HttpStatusCode.NotFound, "model-not-kept");
        await administrator.SendAsync("POST", "/api/v1/models/weighted-1/promote").ProblemAsync(HttpStatusCode.Conflict, "model-serves");
        await administrator.SendAsync("POST", "/api/v1/models/rollback").ProblemAsync(HttpStatusCode.Conflict, "no-model-before");
    }

    [Fact]
    public async Task A_training_that_is_asked_for_is_done_beside_the_requests_and_tells_what_became_of_it()
    {
        using var administrator = await app.SignedInAsync(Roles.Administrator);

        var asked = await administrator.SendAsync("POST", "/api/v1/models/train").JsonAsync(HttpStatusCode.Accepted);
        var ended = await EndedAsync(administrator, (string)asked["id"]!);

        // One record of one member is too little to learn from.
        Assert.Equal("too-little", (string?)ended["status"]);
    }

    [Theory]
    [InlineData(Roles.Administrator, HttpStatusCode.OK)]
    [InlineData(Roles.Coordinator, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Member, HttpStatusCode.Forbidden)]
    public async Task The_dashboard_of_the_jobs_opens_to_administrators_only(string role, HttpStatusCode expected)
    {
        using var client = await app.SignedInAsync(role);
        using var answer = await client.GetAsync(new Uri("/jobs", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Who_has_not_signed_in_sees_no_dashboard()
    {
        using var stranger = app.Stranger();
        using var answer = await stranger.GetAsync(new Uri("/jobs", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    internal static async Task<JsonNode> EndedAsync(HttpClient administrator, string id)
    {
        while (true)
        {
            var trainings = (await administrator.SendAsync("GET", "/api/v1/models").JsonAsync())["trainings"]!.AsArray();
            if (trainings.FirstOrDefault(training => (string?)training!["id"] == id && training["endedAt"] is not null) is { } ended)
            {
                return ended;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
