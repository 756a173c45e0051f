using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Learning.Benchmarks;

/// <summary>
/// <c>dotnet run --project tests/Learning.Benchmarks -c Release -- doors</c>: starts the server as people do, in a folder of its own, and times over HTTP
/// the first start with its seed, a later start, what it holds at rest, a recommendation of ten and a plan of four weeks.
/// </summary>
internal static class Doors
{
    private const int Warm = 50, Recommendations = 300, Plans = 40;

    public static async Task RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("learning-doors-");
        try
        {
            var first = await StartAsync(data.FullName);
            Stop(first.Process);
            var (process, address, seconds) = await StartAsync(data.FullName);
            Say($"first start  ready after {first.Seconds:N1} s");
            Say($"later start  ready after {seconds:N1} s");
            process.Refresh();
            Say($"at rest      {process.WorkingSet64 / 1e6:N0} MB");
            await AskAsync(address);
            process.Refresh();
            Say($"afterwards   {process.WorkingSet64 / 1e6:N0} MB");
            Stop(process);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task AskAsync(Uri address)
    {
        using var coordinator = await SignedInAsync(address, "coordinator");
        var members = new List<string>();
        for (string? cursor = null; members.Count < Plans + Warm;)
        {
            var page = await coordinator.GetFromJsonAsync<JsonNode>($"members?limit=100{(cursor is null ? "" : "&cursor=" + cursor)}");
            members.AddRange(page!["items"]!.AsArray().Select(item => (string)item!["id"]!));
            cursor = (string?)page["nextCursor"];
            if (cursor is null)
            {
                break;
            }
        }

        await TimeAsync("recommend 10", Recommendations, turn => coordinator.GetAsync($"members/{members[turn % members.Count]}/recommendations?limit=10"));
        await TimeAsync("plan 4 weeks", Plans, turn => coordinator.PostAsJsonAsync($"members/{members[turn % members.Count]}/plans", new { weeks = 4 }));
    }

    private static async Task TimeAsync(string what, int times, Func<int, Task<HttpResponseMessage>> ask)
    {
        var took = new List<double>();
        for (var turn = -Math.Min(Warm, times); turn < times; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await ask(turn + Warm);
            await answer.Content.ReadAsByteArrayAsync();
            answer.EnsureSuccessStatusCode();
            if (turn >= 0)
            {
                took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        took.Sort();
        Say($"{what} median {took[took.Count / 2]:N1} ms, 95 % within {took[took.Count * 95 / 100]:N1} ms, fastest {took[0]:N1} ms, of {times}");
    }

    private static async Task<(Process Process, Uri Address, double Seconds)> StartAsync(string data)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo("dotnet", [ServerDll(), $"--urls={address}", $"--Learning:DataFolder={data}", "--Logging:LogLevel:Default=Warning"])
        {
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient();
        while (!await IsReadyAsync(client, new Uri(address, "/health/ready")))
        {
            await Task.Delay(20);
        }

        return (process, address, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, Uri address)
    {
        try
        {
            using var answer = await client.GetAsync(address);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<HttpClient> SignedInAsync(Uri address, string userName)
    {
        var client = new HttpClient { BaseAddress = new Uri(address, "/api/v1/") };
        var answer = await client.PostAsJsonAsync("sign-in", new { userName, password = "learning" });
        var tokens = await answer.Content.ReadFromJsonAsync<JsonNode>();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)tokens!["accessToken"]!);
        return client;
    }

    private static void Stop(Process process)
    {
        process.Kill();
        process.WaitForExit();
    }

    private static string ServerDll()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.GetFullPath(Path.Combine(here.FullName, "../../../../../src/Learning.Server/bin", here.Parent!.Name, here.Name, "Learning.Server.dll"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
