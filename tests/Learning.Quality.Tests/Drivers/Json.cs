using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Learning.Quality.Tests.Drivers;

/// <summary>Calls and answers, short enough that a test reads as what somebody does.</summary>
internal static class Json
{
    public static async Task<JsonNode> AskAsync(this HttpClient client, string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        await ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)), expected);

    public static async Task<JsonNode> TellAsync(this HttpClient client, string path, object body, HttpStatusCode expected = HttpStatusCode.OK) =>
        await ReadAsync(await client.PostAsJsonAsync(path, body), expected);

    public static async Task<JsonNode> SetAsync(this HttpClient client, string path, object body, HttpStatusCode expected = HttpStatusCode.OK) =>
        await ReadAsync(await client.PutAsJsonAsync(path, body), expected);

    public static IReadOnlyList<JsonNode> Items(this JsonNode answer) => [.. answer["items"]!.AsArray().Select(item => item!)];

    public static IReadOnlyList<string> Materials(this JsonNode answer) => [.. answer.Items().Select(item => (string)item["material"]!)];

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri} answered {(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }
}
