using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Learning.Quality.Tests.Drivers;

namespace Learning.Quality.Tests;

/// <summary>
/// Runs the commands of both READMEs as they are written, against a clean folder. Three things alone are put in their place:
/// the port (so that tests stand beside a server), PATH, and that the tests have built already.
/// </summary>
public sealed partial class TheQuickStart : IDisposable
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("learning-");
    private readonly int _port = FreePort();
    private Process? _server;

    public void Dispose()
    {
        if (_server is { HasExited: false })
        {
            _server.Kill(entireProcessTree: true);
            _server.WaitForExit();
        }

        _server?.Dispose();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task The_commands_of_the_readme_work_as_written()
    {
        var english = Commands("README.md");
        var chinese = Commands("README.zh-CN.md");

        // The same commands in both languages; comments aside.
        Assert.Equal(english.Select(Bare), chinese.Select(Bare));
        Assert.Equal("dotnet run --project src/Learning.Server", Bare(english[0]));
        Assert.Equal("bash tests/run", Bare(english[2]));
        Assert.Equal(4, english.Count);

        await StartAsync(english[0]);
        var asked = await RunAsync(english[1]);
        Assert.Contains("\"impressionId\"", asked, StringComparison.Ordinal);
        Assert.Contains("\"proof\"", asked, StringComparison.Ordinal);

        var reading = Path.Combine(_data.FullName, "reading.md");
        await File.WriteAllTextAsync(reading, "# 雨天刹车\n\n雨天路面湿滑，跟车时至少留三秒的距离，提前松油门。", TestContext.Current.CancellationToken);
        foreach (var command in english[3].Split('\n'))
        {
            var said = await RunAsync(command.Replace("PATH", reading, StringComparison.Ordinal));
            Assert.NotEmpty(said);
        }
    }

    private static List<string> Commands(string readme) =>
        [.. Block().Matches(File.ReadAllText(Repository.Folder(readme))).Select(match => match.Groups["commands"].Value.ReplaceLineEndings("\n").Trim())];

    private static string Bare(string commands) => Comment().Replace(commands, "");

    private string Here(string commands) => commands
        .Replace("localhost:5080", $"localhost:{_port}", StringComparison.Ordinal)
        .Replace("dotnet run ", $"dotnet run --no-build -c {Configuration} ", StringComparison.Ordinal);

    private async Task StartAsync(string command)
    {
        _server = Start($"exec {Here(command)} -- --urls=http://localhost:{_port}");
        _server.OutputDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        var problems = _server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        while (true)
        {
            Assert.False(_server.HasExited, _server.HasExited ? await problems : "");
            if (await StatusAsync(client) == HttpStatusCode.OK)
            {
                return;
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    private async Task<HttpStatusCode?> StatusAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://localhost:{_port}/health/ready"), TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task<string> RunAsync(string commands)
    {
        using var shell = Start("set -euo pipefail\n" + Here(commands));
        var problems = shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(shell.ExitCode == 0, $"{commands}\nended with {shell.ExitCode}:\n{said}\n{await problems}");
        return said;
    }

    private Process Start(string commands) => Process.Start(new ProcessStartInfo("bash", ["-c", commands])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Repository.Folder("."),
        Environment = { ["Learning__DataFolder"] = _data.FullName, ["DOTNET_NOLOGO"] = "1" },
    })!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("```bash\r?\n(?<commands>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();

    [GeneratedRegex("[ ]+# .*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();
}
