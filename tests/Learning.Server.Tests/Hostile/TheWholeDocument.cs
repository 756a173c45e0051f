using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Hostile;

/// <summary>
/// Every operation of the API's own description, sent hostile values at every place the description has: never a 500,
/// and every refusal is a problem that says what, where and how to mend it. What is added to the API later is in it by itself.
/// </summary>
public sealed class TheWholeDocument : IAsyncLifetime
{
    private static readonly string[] Words =
    [
        "", "%20", "null", "-1", "0", "99999999999999999999", "NaN", "1e9", "true", "not-a-uuid", "00000000-0000-0000-0000-000000000000", "01890000-0000-7000-8000-000000000099",
        "01890000-0000-7000-8000-000000000013", "'%20OR%201=1--", "%3Cscript%3E", "%00", "%ff%fe", "%F0%9F%98%80", "..%2f..%2fetc", "%E5%BC%A0%E4%B8%89", "AQAAAAAAAAAAAAAAAAAAAAA", new('a', 3000),
    ];

    private static readonly string[] Headers = ["", "\"1\"", "*", "nonsense", "\"", "W/\"1\"", "\"1\",\"2\"", "\"99999999999999999999\"", "a\tb", new('k', 300)];

    private readonly LearningApplication _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Nothing_that_is_sent_to_any_operation_fails_the_server()
    {
        using var administrator = await _app.SignedInAsync(Roles.Administrator);
        using var member = await _app.SignedInAsync(Roles.Member, "zh");
        var document = await administrator.SendAsync("GET", "/openapi/v1.json").JsonAsync();
        var bodies = new Bodies(document);
        var faults = new List<string>();
        var asked = 0;
        foreach (var call in Operations(document).OrderBy(call => call.Method == "DELETE").SelectMany(operation => Calls(operation, bodies)))
        {
            foreach (var client in call.IsOfMembers ? (HttpClient[])[administrator, member] : [administrator])
            {
                asked++;
                if (await FaultOfAsync(client, call) is { } fault)
                {
                    faults.Add(fault);
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{asked} requests"));
        Assert.True(asked > 3000, "The description was not read.");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct(StringComparer.Ordinal).Take(40)));
    }

    private static IEnumerable<(string Method, string Path, JsonNode Operation)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Value is JsonObject && !(path.Key == "/api/v1/me" && operation.Key == "delete")
        select (operation.Key.ToUpperInvariant(), path.Key, operation.Value);

    private static IEnumerable<Sent> Calls((string Method, string Path, JsonNode Operation) operation, Bodies bodies)
    {
        var (method, path, about) = operation;
        var parameters = (about["parameters"] as JsonArray ?? []).Select(parameter => ((string)parameter!["name"]!, (string)parameter["in"]!)).ToList();
        var content = about["requestBody"]?["content"]?["application/json"];
        var fitting = content is null ? null : (content["example"]?.DeepClone() ?? bodies.Fitting(content["schema"]!));
        var usual = path.Replace("{id}", TestWorld.Id(11).ToString(), StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
        foreach (var (name, place) in parameters.Where(parameter => parameter.Item2 is "path" or "query"))
        {
            foreach (var word in Words)
            {
                var address = place == "path" ? path.Replace($"{{{name}}}", word, StringComparison.Ordinal) : $"{usual}?{name}={word}&{name}={word}";
                yield return new Sent(method, address, fitting?.ToJsonString(), []);
            }
        }

        foreach (var header in Headers)
        {
            yield return new Sent(method, usual, fitting?.ToJsonString(), [("If-Match", header), ("Idempotency-Key", header), ("Accept-Language", header), ("Authorization-Extra", header)]);
        }

        if (content is null)
        {
            yield break;
        }

        foreach (var body in Bodies.Broken(bodies.Fitting(content["schema"]!)))
        {
            yield return new Sent(method, usual, body, [("If-Match", "*")]) { IsOfMembers = false };
        }

        foreach (var (body, type) in new[] { ("", "application/json"), ("{", "application/json"), ("\"", "application/json"), ("{}", "text/plain"), ("{}", "application/json; charset=utf-7"), ("a=b", "multipart/form-data") })
        {
            yield return new Sent(method, usual, body, [("Content-Type", type)]);
        }
    }

    private static async Task<string?> FaultOfAsync(HttpClient client, Sent call)
    {
        var type = call.Headers.FirstOrDefault(header => header.Name == "Content-Type").Value ?? "application/json";
        using var answer = await client.SendAsync(call.Method, call.Address, call.Body, type, call.Headers.Where(header => header.Name != "Content-Type"));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var told = $"{call.Method} {Short(call.Address)} {Short(call.Body ?? "")} {string.Join(' ', call.Headers.Select(header => Short($"{header.Name}={header.Value}")))} → {(int)answer.StatusCode} {Short(text)}";
        if ((int)answer.StatusCode < 400)
        {
            return null;
        }

        // What reads the request's first line, before there is anything to say, refuses a broken one without a word.
        return answer.StatusCode == HttpStatusCode.BadRequest && text.Length == 0 && call.Address.Contains('%', StringComparison.Ordinal) ? null
            : (int)answer.StatusCode >= 500 || !IsProblem(text) ? told : null;
    }

    private static bool IsProblem(string text)
    {
        try
        {
            var problem = JsonNode.Parse(text)!;
            return Array.TrueForAll(["type", "title", "detail", "hint", "rule", "instance"], field => !string.IsNullOrEmpty((string?)problem[field]));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Short(string text) => text.Length > 160 ? text[..160] + "…" : text;

    private sealed record Sent(string Method, string Address, string? Body, IReadOnlyList<(string Name, string Value)> Headers)
    {
        public bool IsOfMembers { get; init; } = true;
    }
}
