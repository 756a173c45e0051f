using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Learning.Tests.Embeddings;

/// <summary>A real HTTP server that speaks OpenAI's embeddings protocol: equal texts get equal vectors, of any length.</summary>
public sealed class EmbeddingEndpoint : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly int dimension;

    public EmbeddingEndpoint(int dimension = 32)
    {
        this.dimension = dimension;
        Address = new Uri($"http://127.0.0.1:{FreePort()}/v1/");
        listener.Prefixes.Add(Address.AbsoluteUri);
        listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public Uri Address { get; }

    public List<int> BatchSizes { get; } = [];

    public string? Authorization { get; private set; }

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public void Dispose() => listener.Close();

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                await AnswerAsync(await listener.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var request = JsonNode.Parse(await reader.ReadToEndAsync())!;
        var texts = request["input"]!.AsArray().Select(text => text!.GetValue<string>()).ToList();
        Authorization = context.Request.Headers["Authorization"];
        BatchSizes.Add(texts.Count);
        var refused = context.Request.Url?.AbsolutePath != "/v1/embeddings" || texts.Exists(text => text.Length == 0);
        context.Response.StatusCode = refused ? 400 : (int)Status;
        context.Response.ContentType = "application/json";
        var answer = context.Response.StatusCode == 200 ? Vectors(texts) : """{"error":{"message":"no"}}""";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
        context.Response.Close();
    }

    private string Vectors(List<string> texts) => JsonSerializer.Serialize(new
    {
        @object = "list",
        model = "stub",
        data = texts.Select((text, index) => new { @object = "embedding", index, embedding = Convert.ToBase64String(VectorOf(text)) }),
        usage = new { prompt_tokens = 1, total_tokens = 1 },
    });

    private byte[] VectorOf(string text)
    {
        var random = new Random(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        var numbers = Enumerable.Range(0, dimension).Select(_ => (float)(random.NextDouble() - 0.5) * 7).ToArray();
        return [.. numbers.SelectMany(BitConverter.GetBytes)];
    }
}
