using System.Diagnostics;
using System.Text.Json.Nodes;
using Learning.Data.Sqlite;
using Learning.Quality.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace Learning.Quality.Tests;

/// <summary>Planning everybody as a real process that is killed with -9 on the way and called again: the export is the same to the byte as without. The whole seed does the same by hand.</summary>
public sealed class KilledOnTheWay : IDisposable
{
    private const int Members = 40;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("learning-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Killed_three_times_the_plans_are_the_same_to_the_byte()
    {
        await SeedAsync("whole");
        foreach (var file in Directory.CreateDirectory(Store("cut")) is var copy ? new DirectoryInfo(Store("whole")).GetFiles("learning.db*") : [])
        {
            file.CopyTo(Path.Combine(copy.FullName, file.Name));
        }

        string[] plan = ["plan", "--all", "--at", TimeProvider.System.GetUtcNow().ToString("O")];
        var whole = await RunAsync("whole", plan);
        foreach (var planned in new[] { 3, 13, 24 })
        {
            await KillAsync(planned, plan);
        }

        var cut = await RunAsync("cut", plan);

        Assert.Equal((Members, Members, "done"), ((int)whole["planned"]!, (int)cut["planned"]!, (string?)cut["status"]));
        Assert.InRange((int)cut["attempts"]!, 2, 4);
        await RunAsync("whole", "export", "--all", "--to", "exported-whole");
        await RunAsync("cut", "export", "--all", "--to", "exported-cut");
        foreach (var kind in new[] { "plans.ndjson", "review-acts.ndjson" })
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(_folder.FullName, "exported-whole", kind), Cancel);
            Assert.True(bytes.Length > 1000);
            Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(_folder.FullName, "exported-cut", kind), Cancel));
        }
    }

    private string Store(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Some members of the seed, with all lessons and with what these members did.</summary>
    private async Task SeedAsync(string store)
    {
        await RunAsync(store, "seed");
        await using var db = Open(store);
        var stay = await db.Members.OrderBy(member => member.Id).Select(member => member.Id).Take(Members).ToListAsync(Cancel);
        await db.Members.Where(member => !stay.Contains(member.Id)).ExecuteDeleteAsync(Cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancel);
    }

    private SqliteLearningDbContext Open(string store) =>
        new(new DbContextOptionsBuilder<SqliteLearningDbContext>().UseSqlite($"Data Source={Path.Combine(Store(store), "learning.db")};Foreign Keys=True;Pooling=False").Options);

    /// <summary>Begins, and kills once so many have a plan, wherever the process then is.</summary>
    private async Task KillAsync(int planned, string[] plan)
    {
        using var process = Start("cut", plan);
        await using var db = Open("cut");
        while (!process.HasExited && await db.Plans.CountAsync(Cancel) < planned)
        {
            await Task.Delay(20, Cancel);
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(Cancel);
    }

    private async Task<JsonNode> RunAsync(string store, params string[] call)
    {
        using var process = Start(store, call);
        var problems = process.StandardError.ReadToEndAsync(Cancel);
        var said = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', call)} ended with {process.ExitCode}: {said} {await problems}");
        return JsonNode.Parse(said)!;
    }

    private Process Start(string store, string[] call) => Process.Start(new ProcessStartInfo("dotnet", [RunningServer.Dll("Learning.Cli"), .. call, "--json", "--data-folder", Store(store)])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = _folder.FullName,
    })!;
}
