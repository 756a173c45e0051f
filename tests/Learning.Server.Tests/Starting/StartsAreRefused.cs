using System.Diagnostics;

namespace Learning.Server.Tests.Starting;

/// <summary>A start that must not be says why in words, and ends with 3. The process is a real one.</summary>
public sealed class StartsAreRefused : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("learning-");

    public void Dispose() => _data.Delete(recursive: true);

    [Theory]
    [InlineData("Production", "Learning:Demo", "true", "demo accounts exist in Development only")]
    [InlineData("Development", "urls", "http://0.0.0.0:0", "which others reach")]
    [InlineData("Development", "Kestrel:Endpoints:Http:Url", "http://*:0", "which others reach")]
    [InlineData("Development", "http_ports", "0", "which others reach")]
    [InlineData("Development", "Learning:Database", "PostgreSql", "possible in this release: Sqlite")]
    [InlineData("Development", "Learning:Index", "Qdrant", "possible in this release: Embedded")]
    [InlineData("Development", "Learning:LanguageModel", "OpenAI", "must name a model")]
    [InlineData("Development", "Learning:LanguageModel", "Oracle", "possible in this release: None, OpenAI")]
    [InlineData("Development", "Learning:SignIn:WrongPasswords", "0", "between 3 and 100")]
    [InlineData("Development", "Learning:OpenIdConnect:Authority", "ftp://x", "must be an https address")]
    [InlineData("Development", "Learning:DataFolder", "/proc/none/of/this", "can't be made")]
    public async Task A_start_that_must_not_be_says_why(string environment, string setting, string value, string words)
    {
        var (code, said) = await RunAsync(environment, $"--{setting}={value}");

        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.Equal(3, code);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Said)> RunAsync(string environment, string setting)
    {
        string[] arguments = [typeof(Program).Assembly.Location, "--Learning:DataFolder=" + _data.FullName, setting];
        using var server = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = environment, ["DOTNET_ENVIRONMENT"] = environment },
        })!;
        try
        {
            var output = server.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var said = await server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (server.ExitCode, said + await output);
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
