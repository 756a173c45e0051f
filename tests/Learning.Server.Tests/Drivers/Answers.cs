using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Learning.Server.Tests.Drivers;

/// <summary>Calls and answers in few words.</summary>
internal static class Answers
{
    /// <summary>Sends a body as it is.</summary>
    public static Task<HttpResponseMessage> SendAsync(
        this HttpClient client, string method, string path, string? body = null, string contentType = "application/json", params IEnumerable<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);

            // Who sends much asks first: the answer would be lost with the connection that is shut in the middle of it.
            request.Headers.ExpectContinue = body.Length > 1_000_000;
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The body as JSON, when the status is as expected.</summary>
    public static async Task<JsonNode> JsonAsync(this Task<HttpResponseMessage> call, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var answer = await call;
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == expected, $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri} answered {(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    /// <summary>A complete problem of a rule.</summary>
    public static async Task<JsonNode> ProblemAsync(this Task<HttpResponseMessage> call, HttpStatusCode status, string rule)
    {
        var answer = await call;
        var problem = await call.JsonAsync(status);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(rule, (string?)problem["rule"]);
        Assert.Equal($"/problems/{rule}", (string?)problem["type"]);
        Assert.Equal((int)status, (int?)problem["status"]);
        Assert.All(["title", "detail", "hint", "instance", "traceId"], field => Assert.False(string.IsNullOrEmpty((string?)problem[field]), $"{field} is empty in {problem}"));
        return problem;
    }

    /// <summary>The items of a list.</summary>
    public static IReadOnlyList<JsonNode> Items(this JsonNode answer) => [.. answer["items"]!.AsArray().Select(item => item!)];
}
