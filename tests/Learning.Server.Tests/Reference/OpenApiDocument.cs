using System.Text.Json.Nodes;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Reference;

/// <summary>The committed description is what the server says. After a change: <c>LEARNING_UPDATE=1 dotnet test tests/Learning.Server.Tests</c>.</summary>
public sealed class OpenApiDocument(SharedApplication app)
{
    private static readonly string Committed = Path.Combine(Repository.Root, "src", "Learning.Server", "openapi.json");

    [Fact]
    public async Task The_committed_description_is_the_served_one()
    {
        var served = await ServedAsync();
        if (Environment.GetEnvironmentVariable("LEARNING_UPDATE") == "1")
        {
            await File.WriteAllTextAsync(Committed, served, TestContext.Current.CancellationToken);
        }

        Assert.Equal((await File.ReadAllTextAsync(Committed, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"), served);
    }

    [Fact]
    public async Task Every_call_has_a_summary_a_room_and_its_refusals_and_every_body_a_shape()
    {
        var document = JsonNode.Parse(await ServedAsync())!;
        Assert.Equal("3.1", ((string)document["openapi"]!)[..3]);
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                var name = $"{method} {path}";
                Assert.False(string.IsNullOrEmpty((string?)operation!["summary"]), $"{name} has no summary");
                Assert.False(string.IsNullOrEmpty((string?)operation["tags"]?[0]), $"{name} has no tag");
                foreach (var (type, content) in operation["requestBody"]?["content"]?.AsObject().Where(body => body.Key != "multipart/form-data") ?? [])
                {
                    Assert.False(content!["example"] is null, $"{name} shows no example of {type}");
                }

                if (method == "post" && path.EndsWith("/import", StringComparison.Ordinal))
                {
                    Assert.NotNull(operation["requestBody"]!["content"]!["multipart/form-data"]);
                }

                Assert.True(operation["responses"]!.AsObject().Any(answer => answer.Key[0] == '2'), $"{name} never succeeds");
                if (path.StartsWith("/api/v1", StringComparison.Ordinal) && operation["security"] is not null)
                {
                    Assert.NotNull(operation["responses"]!["401"]!["content"]!["application/problem+json"]);
                }
            }
        }

        Assert.Empty(document["components"]!["schemas"]!.AsObject().Where(schema => schema.Value!.AsObject().Count == 0).Select(schema => schema.Key));
    }

    private async Task<string> ServedAsync()
    {
        using var stranger = app.Stranger();
        return (await stranger.SendAsync("GET", "/openapi/v1.json").JsonAsync()).ToJsonString(new System.Text.Json.JsonSerializerOptions
        {
            WriteIndented = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }).ReplaceLineEndings("\n") + "\n";
    }
}
