using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Learning.Quality.Tests.Drivers;

/// <summary>The server as people start it: its own process, real HTTP, a database of its own, filled with the seed.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("learning-");
    private readonly List<string> _said = [];
    private Process? _process;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Where its data are, for other processes of the house.</summary>
    public string DataFolder => _data.FullName;

    public async ValueTask InitializeAsync()
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [Dll("Learning.Server")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = Address.ToString(),
                ["Learning__DataFolder"] = _data.FullName,
                ["Learning__Limits__CallsPerMinute"] = "100000",
                ["Learning__Retraining__Schedule"] = "",
                ["Learning__Limits__SignInsPerMinute"] = "1000",
            },
        })!;
        var ready = new TaskCompletionSource();
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The server ended before it was ready:\n" + Said()));
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.OutputDataReceived += (_, line) =>
        {
            Hear(line.Data);
            if (line.Data?.EndsWith(" Ready", StringComparison.Ordinal) == true)
            {
                ready.TrySetResult();
            }
        };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        try
        {
            await ready.Task.WaitAsync(LongestStart);
        }
        catch (TimeoutException late)
        {
            throw new InvalidOperationException($"The server was not ready after {LongestStart}:\n" + Said(), late);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _data.Delete(recursive: true);
    }

    /// <summary>Somebody who has signed in and reads Chinese.</summary>
    public async Task<HttpClient> SignedInAsync(string userName, string language = "zh")
    {
        var client = new HttpClient { BaseAddress = new Uri(Address, "/api/v1/"), Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var answer = await client.PostAsJsonAsync("sign-in", new { userName, password = "learning" });
        var tokens = await answer.Content.ReadFromJsonAsync<JsonNode>();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)tokens!["accessToken"]!);
        return client;
    }

    /// <summary>Somebody who has not signed in.</summary>
    public HttpClient Stranger() => new() { BaseAddress = Address };

    private string Said()
    {
        lock (_said)
        {
            return string.Join('\n', _said);
        }
    }

    private void Hear(string? line)
    {
        lock (_said)
        {
            _said.Add(line ?? "");
        }
    }

    /// <summary>The program of a project, as this test was built.</summary>
    public static string Dll(string project)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var (framework, configuration) = (here.Name, here.Parent!.Name);
        var root = here;
        while (!File.Exists(Path.Combine(root.FullName, "Learning.sln")))
        {
            root = root.Parent!;
        }

        return Path.Combine(root.FullName, "src", project, "bin", configuration, framework, project + ".dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
