using System.Diagnostics;

namespace Learning.Server.Tests.Starting;

/// <summary>A server that is told to stop ends with 0 and without a word. The process and the signal are real ones.</summary>
public sealed class StopsInPeace : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("learning-");

    public void Dispose() => _data.Delete(recursive: true);

    [Theory]
    [InlineData("Now listening", "TERM")]
    [InlineData("Ready", "TERM")]
    [InlineData("Ready", "INT")]
    public async Task A_signal_ends_it(string when, string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        // A shell that starts something in the background has it ignore INT, and children inherit that.
        using var server = Process.Start(new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", typeof(Program).Assembly.Location, "--Learning:DataFolder=" + _data.FullName, "--Learning:Demo=false", "--urls=http://127.0.0.1:0"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information" },
        })!;
        try
        {
            var problems = server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            while (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains(when, StringComparison.Ordinal))
            {
                // The start goes on.
            }

            var rest = server.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            using var kill = Process.Start("kill", ["-" + signal, server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.Equal("", await problems);
            Assert.Equal(0, server.ExitCode);
            Assert.DoesNotContain("Unhandled", await rest, StringComparison.Ordinal);
        }
        finally
        {
            if (!server.HasExited)
            {
                server.Kill();
            }
        }
    }
}
