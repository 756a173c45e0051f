using System.Net;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Conventions;

public sealed class Repetition(SharedApplication app)
{
    private const string Path = "/api/v1/members";
    private const string Body = """{"name":"重复的请求","groups":["demo-district"]}""";

    [Fact]
    public async Task The_same_request_with_the_same_key_acts_once_and_gets_the_same_answer()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        var first = await Send(coordinator, Body, "key-1");
        var second = await Send(coordinator, Body, "key-1");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal(await Text(first), await Text(second));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.True(second.Headers.Contains("Idempotent-Replayed"));
    }

    [Fact]
    public async Task Many_at_once_act_once()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Send(coordinator, Body, "key-many")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(await Task.WhenAll(answers.Select(Text)).ContinueWith(texts => texts.Result.Distinct(StringComparer.Ordinal), TaskScheduler.Default));
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        await Send(coordinator, Body, "key-2");

        await Send(coordinator, """{"name":"另一个","groups":["demo-district"]}""", "key-2").ProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task Another_account_has_keys_of_its_own()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        using var administrator = await app.SignedInAsync(Roles.Administrator);

        Assert.NotEqual(await Text(await Send(coordinator, Body, "key-3")), await Text(await Send(administrator, Body, "key-3")));
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        await Send(coordinator, """{"name":"x","groups":["no-such-group"]}""", "key-4").ProblemAsync(HttpStatusCode.UnprocessableEntity, "group-unknown");

        Assert.Equal(HttpStatusCode.Created, (await Send(coordinator, Body, "key-4")).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        await Send(coordinator, Body, key).ProblemAsync(HttpStatusCode.BadRequest, "idempotency-key-invalid");
        await Send(coordinator, Body, new string('x', 201)).ProblemAsync(HttpStatusCode.BadRequest, "idempotency-key-invalid");
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, string body, string key) =>
        client.SendAsync("POST", Path, body, "application/json", ("Idempotency-Key", key));

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
