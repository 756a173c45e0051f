using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Hostile;

/// <summary>One door, tried with what should not come through it. What is refused must say what, where and how to mend it, in the reader's language.</summary>
internal sealed class DoorTrial(HttpClient client, string method, string path)
{
    private const string Script = "<script>alert(1)</script>'; DROP TABLE Members; --";
    private readonly List<string> _wrong = [];
    private int _tried;

    /// <summary>Expects a refusal.</summary>
    public Task RefusesAsync(string what, int status, string rule, string? body = null, string? at = null, string type = "application/json", params (string, string)[] headers) =>
        RefusesAsync(what, status, rule, body is null ? null : Encoding.UTF8.GetBytes(body), at, type, headers);

    /// <summary>Expects a refusal of bytes.</summary>
    public async Task RefusesAsync(string what, int status, string rule, byte[]? body, string? at, string type, params (string Name, string Value)[] headers)
    {
        _tried++;
        using var answer = await SendAsync(body, at, type, headers);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if ((int)answer.StatusCode != status || (string?)Parsed(text)?["rule"] != rule)
        {
            _wrong.Add($"{what}: expected {status} {rule}, got {(int)answer.StatusCode} {text}");
            return;
        }

        var problem = Parsed(text)!;
        if (!Array.TrueForAll(["title", "detail", "hint", "instance", "traceId"], field => !string.IsNullOrEmpty((string?)problem[field])) || text.Contains("System.", StringComparison.Ordinal))
        {
            _wrong.Add($"{what}: no whole problem: {text}");
        }

        if (!((string)problem["hint"]!).Any(letter => letter > '⺀'))
        {
            _wrong.Add($"{what}: not in Chinese: {text}");
        }
    }

    /// <summary>Expects that an item of a batch is refused, and the batch is answered.</summary>
    public async Task RefusesItemAsync(string what, string rule, string body, string type = "application/json") => await RefusesItemAsync(what, rule, Encoding.UTF8.GetBytes(body), type);

    /// <summary>Expects that an item of a batch is refused, and the batch is answered.</summary>
    public async Task RefusesItemAsync(string what, string rule, byte[] body, string type)
    {
        _tried++;
        using var answer = await SendAsync(body, null, type, []);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var problem = answer.IsSuccessStatusCode ? Parsed(text)?["items"]?.AsArray().Select(item => item?["problem"]).LastOrDefault() : null;
        if ((string?)problem?["rule"] != rule || string.IsNullOrEmpty((string?)problem["detail"]) || !((string)problem["hint"]!).Any(letter => letter > '⺀'))
        {
            _wrong.Add($"{what}: expected an item refused by {rule}, got {(int)answer.StatusCode} {text}");
        }
    }

    /// <summary>Expects that text which looks like code comes back as text, harmless in a page.</summary>
    public async Task TakesAsTextAsync(Func<string, JsonNode> body, string? at = null)
    {
        _tried++;
        using var answer = await SendAsync(Encoding.UTF8.GetBytes(body(Script).ToJsonString()), at, "application/json", []);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (!answer.IsSuccessStatusCode || text.Contains("<script", StringComparison.Ordinal))
        {
            _wrong.Add($"SQL and script: got {(int)answer.StatusCode} {text}");
        }
    }

    /// <summary>What no JSON body may be, at any door: empty, huge, of a wrong type, in broken UTF-8, no JSON, another shape, deep, with NUL, with half a character.</summary>
    public async Task RefusesBadJsonAsync(string? at = null, params (string, string)[] headers)
    {
        // A list that begins as an object is refused for that, before anybody looks further.
        var begin = path.EndsWith("/records", StringComparison.Ordinal) ? "[{" : "{";
        await RefusesAsync("empty", 400, "body-missing", "", at, "application/json", headers);
        await RefusesAsync("huge", 413, "body-too-large", $"{begin}\"x\":\"{new string('x', 2_000_000)}\"}}", at, "application/json", headers);
        await RefusesAsync("wrong type", 415, "content-type-not-read", "<x/>", at, "text/xml", headers);
        await RefusesAsync("other charset", 415, "charset-not-read", "{}", at, "application/json; charset=gbk", headers);
        await RefusesAsync("cut off", 400, "json-invalid", begin + "\"x\":", at, "application/json", headers);
        await RefusesAsync("no JSON", 400, "json-invalid", "x=1", at, "application/json", headers);
        await RefusesAsync("another shape", 400, "json-value-invalid", "7", at, "application/json", headers);
        await RefusesAsync("deep", 400, "json-invalid", $"{begin}\"x\":{new string('[', 10_000)}", at, "application/json", headers);
        await RefusesAsync("broken UTF-8", 400, "json-invalid", [.. Encoding.UTF8.GetBytes(begin + "\""), 0xff, 0xfe, .. "\":1"u8], at, "application/json", headers);
    }

    /// <summary>Ends the trial: at least ten inputs, and none of them went through.</summary>
    public void Close()
    {
        Holds();
        Assert.True(_tried >= 10, string.Create(CultureInfo.InvariantCulture, $"{method} {path} was tried with {_tried} inputs only."));
    }

    /// <summary>Ends a trial of a few inputs beside a whole one.</summary>
    public void Holds() => Assert.True(_wrong.Count == 0, $"{method} {path}\n{string.Join('\n', _wrong)}");

    private async Task<HttpResponseMessage> SendAsync(byte[]? body, string? at, string type, IReadOnlyList<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), at ?? path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

            // Who sends much asks first: the answer would be lost with the connection that is shut in the middle of it.
            request.Headers.ExpectContinue = body.Length > 1_000_000;
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
