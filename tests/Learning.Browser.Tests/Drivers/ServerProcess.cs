using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Learning.Browser.Tests.Drivers;

/// <summary>The server as people start it: its own process, a database of its own, filled with the seed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("learning-");
    private readonly List<string> _said = [];
    private Process? _process;

    /// <summary>Where it listens.</summary>
    public string Address { get; } = $"http://localhost:{FreePort()}";

    /// <summary>Where it keeps its data.</summary>
    public string DataFolder => _data.FullName;

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [ServerDll()]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = Address;
        start.Environment["Learning__DataFolder"] = _data.FullName;
        start.Environment["Learning__Retraining__WaitForAdministrator"] = "true";
        start.Environment["Learning__Limits__CallsPerMinute"] = "100000";
        start.Environment["Learning__Limits__SignInsPerMinute"] = "10000";
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The server ended before it was ready:\n" + Said()));
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, ready);
        _process.OutputDataReceived += (_, line) => Hear(line.Data, ready);
        _process.Start();
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        await ready.Task.WaitAsync(LongestStart);
    }

    /// <summary>What it wrote.</summary>
    public string Said()
    {
        lock (_said)
        {
            return string.Join('\n', _said);
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

    private void Hear(string? line, TaskCompletionSource ready)
    {
        lock (_said)
        {
            _said.Add(line ?? "");
        }

        if (line?.EndsWith(" Ready", StringComparison.Ordinal) == true)
        {
            ready.TrySetResult();
        }
    }

    private static string ServerDll()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Repository.Root, "src", "Learning.Server", "bin", here.Parent!.Name, here.Name, "Learning.Server.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
