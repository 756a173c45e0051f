using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Learning.Quality.Tests.Drivers;

namespace Learning.Quality.Tests;

/// <summary>Training and promotion as they happen in the house: the server answers people while other processes train, are killed, promote and roll back.</summary>
public sealed class ModelsServeThroughout(RunningServer server, ITestOutputHelper output) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task A_training_killed_twice_loses_nothing_and_the_third_serves_at_once_while_nobody_gets_an_error()
    {
        using var member = await server.SignedInAsync("member");
        using var administrator = await server.SignedInAsync("administrator");
        var before = (string)(await member.AskAsync("me/recommendations"))["model"]!;
        Assert.Equal("weighted-1", before);
        using var stop = new CancellationTokenSource();
        var asking = AskAsync(stop.Token);

        await KillHalfWayAsync(step: "lists");
        await KillHalfWayAsync(step: "fit");
        Assert.Empty((await administrator.AskAsync("models"))["items"]!.AsArray());
        Assert.Equal(before, (string)(await member.AskAsync("me/recommendations"))["model"]!);

        var trained = await LearnAsync("train");
        var model = (string)trained["model"]!["id"]!;
        output.WriteLine(trained.ToJsonString());
        if ((string)trained["status"]! == "refused")
        {
            // What the gate says of the invented year depends on the day on which it ends. What it refused serves nobody until an administrator says so.
            Assert.NotEmpty(trained["model"]!["refusals"]!.AsArray());
            Assert.Equal(before, (string)(await member.AskAsync("me/recommendations"))["model"]!);
            await administrator.TellAsync($"models/{model}/promote?force=true", new { });
        }

        Assert.Equal(model, (string)(await member.AskAsync("me/recommendations"))["model"]!);
        Assert.Equal("unchanged", (string)(await LearnAsync("train"))["status"]!);

        for (var turn = 0; turn < 20; turn++)
        {
            Assert.Equal("weighted-1", (string)(await administrator.TellAsync("models/rollback", new { }))["serving"]!);
            Assert.Equal(model, (string)(await administrator.TellAsync($"models/{model}/promote?force=true", new { }))["serving"]!);
        }

        await stop.CancelAsync();
        var (asked, wrong, models) = await asking;
        output.WriteLine($"{asked} lists were asked for meanwhile; by {string.Join(", ", models)}");
        Assert.True(asked > 50);
        Assert.Empty(wrong);
        Assert.Equal(["weighted-1", model], models.Order(StringComparer.Ordinal).Reverse());
        await TheAlgorithmTellsOfAsync(model);
        await TheNotebookDrawsAsync(model);
    }

    private async Task TheNotebookDrawsAsync(string model)
    {
        var root = Path.GetFullPath(Path.Combine(DataFolder.Find("data/seed"), "..", ".."));
        using var notebook = Process.Start(new ProcessStartInfo("dotnet", ["run", Path.Combine(root, "notebooks", "04-what-moves-a-list.cs"), "--", server.DataFolder])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = root,
        })!;
        var said = await notebook.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await notebook.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, notebook.ExitCode);
        Assert.StartsWith(model, said, StringComparison.Ordinal);
        Assert.All(["what-moves-a-list.png", "for-whom-it-is-good.png"], picture => Assert.True(new FileInfo(Path.Combine(root, "notebooks", "out", picture)).Length > 5_000));
    }

    private async Task TheAlgorithmTellsOfAsync(string model)
    {
        using var stranger = server.Stranger();
        var algorithm = await stranger.AskAsync("/api/v1/algorithm");
        Assert.Equal(model, (string)algorithm["model"]!);
        Assert.True((double)algorithm["trained"]!["ndcg"]! > (double)algorithm["trained"]!["before"]!);
        Assert.NotEmpty(algorithm["trained"]!["forWhom"]!.AsArray());
        Assert.Contains(algorithm["uses"]!.AsArray(), use => (bool)use!["learned"]!);
    }

    private async Task<(int Asked, List<string> Wrong, HashSet<string> Models)> AskAsync(CancellationToken stop)
    {
        using var member = await server.SignedInAsync("member");
        var (asked, wrong, models) = (0, new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        while (!stop.IsCancellationRequested)
        {
            using var answer = await member.GetAsync(new Uri("me/recommendations", UriKind.Relative), CancellationToken.None);
            asked++;
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                models.Add((string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(CancellationToken.None))!["model"]!);
            }
            else
            {
                wrong.Add($"{(int)answer.StatusCode}");
            }
        }

        return (asked, wrong, models);
    }

    private async Task KillHalfWayAsync(string step)
    {
        using var training = Start("train");
        while (await training.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.EndsWith(step, StringComparison.Ordinal))
        {
        }

        Assert.False(training.HasExited);
        training.Kill();
        await training.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private async Task<JsonNode> LearnAsync(string verb)
    {
        using var learning = Start(verb);
        var told = learning.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var answer = await learning.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await learning.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(learning.ExitCode == 0, $"{answer}\n{await told}");
        return JsonNode.Parse(answer)!;
    }

    private Process Start(string verb) => Process.Start(new ProcessStartInfo("dotnet", [RunningServer.Dll("Learning.Cli"), verb, "--json", "--data-folder", server.DataFolder])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
