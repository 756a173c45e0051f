using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Learning.Server.Tests.Drivers;

/// <summary>A real HTTP server that speaks OpenAI's chat protocol and behaves as it is told. No model is behind it: it writes from the facts in the prompt.</summary>
internal sealed class StandInModel : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StandInModel(WebApplication app) => _app = app;

    /// <summary>What it does with the next calls; the last behaviour stays.</summary>
    public ConcurrentQueue<Func<JsonNode, HttpContext, Task>> Next { get; } = new();

    /// <summary>What was sent.</summary>
    public ConcurrentQueue<JsonNode> Asked { get; } = new();

    public Uri Endpoint => new(_app.Urls.First() + "/v1");

    public static async Task<StandInModel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var model = new StandInModel(app);
        app.MapPost("/v1/chat/completions", model.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return model;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Answers with a text.</summary>
    public static Func<JsonNode, HttpContext, Task> Says(Func<JsonNode, string> text, string finish = "stop") => (facts, context) => context.Response.WriteAsJsonAsync(
        Completion(new { role = "assistant", content = text(facts) }, finish), context.RequestAborted);

    /// <summary>Answers with sentences, each with the materials it cites.</summary>
    public static Func<JsonNode, HttpContext, Task> Tells(Func<JsonNode, IEnumerable<(string Text, string[] Materials)>> sentences) =>
        Says(facts => JsonSerializer.Serialize(new { sentences = sentences(facts).Select(sentence => new { text = sentence.Text, materials = sentence.Materials }) }));

    /// <summary>Wants a function called first.</summary>
    public static Func<JsonNode, HttpContext, Task> Calls(string function, Func<JsonNode, object> arguments) => (facts, context) => context.Response.WriteAsJsonAsync(
        Completion(
            new { role = "assistant", content = (string?)null, tool_calls = new[] { new { id = "call_1", type = "function", function = new { name = function, arguments = JsonSerializer.Serialize(arguments(facts)) } } } },
            "tool_calls"),
        context.RequestAborted);

    /// <summary>Answers with a status.</summary>
    public static Func<JsonNode, HttpContext, Task> Refuses(HttpStatusCode status, string? retryAfter = null) => (_, context) =>
    {
        context.Response.StatusCode = (int)status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return context.Response.WriteAsJsonAsync(new { error = new { message = "no", type = "stand-in" } });
    };

    /// <summary>Answers bytes that are no answer of the protocol.</summary>
    public static Func<JsonNode, HttpContext, Task> Writes(string body, string contentType) => (_, context) =>
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    };

    /// <summary>Waits until the caller has gone.</summary>
    public static async Task NeverAsync(JsonNode facts, HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = (await JsonNode.ParseAsync(context.Request.Body))!;
        Asked.Enqueue(request);
        var behaviour = Next.Count > 1 && Next.TryDequeue(out var first) ? first : Next.TryPeek(out var last) ? last : throw new InvalidOperationException("Nobody said what to do.");
        await behaviour(FactsOf(request), context);
    }

    private static JsonNode FactsOf(JsonNode request)
    {
        var said = request["messages"]!.AsArray().Where(message => (string?)message!["role"] == "user").Select(message => Text(message!["content"]!)).First();
        var from = said.IndexOf("\n{", StringComparison.Ordinal);
        return from < 0 ? JsonValue.Create(said) : JsonNode.Parse(said[from..])!;
    }

    private static string Text(JsonNode content) => content is JsonArray parts ? string.Concat(parts.Select(part => (string?)part!["text"])) : (string)content!;

    private static object Completion(object message, string finish) => new
    {
        id = "chatcmpl-1", @object = "chat.completion", created = 1_700_000_000, model = "stand-in",
        choices = new[] { new { index = 0, message, finish_reason = finish } },
        usage = new { prompt_tokens = 400, completion_tokens = 100, total_tokens = 500 },
    };
}
