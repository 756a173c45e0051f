using System.Diagnostics;
using System.Text.Json.Nodes;
using Learning.Quality.Tests.Drivers;

namespace Learning.Quality.Tests;

/// <summary>Calls that can't be meant so, to every verb, as real processes: the exit code of their kind, and a problem that says what and how to mend it, in both languages.</summary>
public sealed class TheCommandLine : IDisposable
{
    private static readonly string Cli = Path.Combine(
        Repository.Folder("src/Learning.Cli/bin"), new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, new DirectoryInfo(AppContext.BaseDirectory).Name, "Learning.Cli.dll");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("learning-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Wrong_calls_end_with_2_and_what_a_rule_refuses_with_3()
    {
        File("a.md", "# 雨天刹车\n\n雨天路面湿滑，跟车时至少留三秒。"u8);
        File("junk.db", "junk"u8);
        Assert.Equal(0, (await RunAsync("zh", "import", "a.md")).Code);

        (int Code, string Rule, string[] Call)[] calls =
        [
            (2, "wrong-call", []), (2, "wrong-call", ["nosuch"]), (2, "wrong-call", ["import"]), (2, "path-missing", ["import", "no/such/path"]), (2, "organisation-blank", ["import", "a.md", "--organisation", " "]),
            (2, "search-empty", ["search", ""]), (2, "wrong-call", ["search", "x", "--limit", "0"]), (2, "wrong-call", ["search", "x", "--limit", "99999999999"]), (2, "wrong-call", ["search", "x", "--nosuch"]),
            (3, "member-unknown", ["recommend", "nobody"]), (3, "member-unknown", ["plan", "' OR 1=1 --"]), (3, "member-unknown", ["erase", "nobody", "--yes"]),
            (3, "backup-exists", ["backup", "a.md"]), (3, "backup-damaged", ["restore", "junk.db", "--yes"]), (2, "file-missing", ["restore", "no-such", "--yes"]), (2, "export-whom", ["export", "--to", "out"]),
            (2, "wrong-call", ["evaluate"]), (2, "evaluation-data-unreadable", ["evaluate", "similarity", "--data", "a.md"]), (2, "evaluation-data-unreadable", ["evaluate", "occupations", "--data", "a.md"]),
            (2, "evaluation-data-unreadable", ["evaluate", "search", "--data", "no-such"]), (2, "evaluation-data-unreadable", ["evaluate", "recommend", "--data", "no-such"]),
        ];
        foreach (var (index, (code, rule, call)) in calls.Index())
        {
            var language = index % 2 == 0 ? "zh" : "en";
            var (ended, said) = await RunAsync(language, call);
            var problem = JsonNode.Parse(said)!["problem"]!;
            Assert.Equal((code, rule), (ended, (string?)problem["rule"]));
            Assert.NotEmpty((string)problem["detail"]!);
            Assert.Equal(language == "zh", ((string)problem["hint"]!).Any(letter => letter > '⺀'));
        }
    }

    [Fact]
    public async Task An_import_accounts_for_every_file_and_ends_with_1_when_some_failed()
    {
        File("in/good.md", "# 雨天刹车\n\n雨天路面湿滑，跟车时至少留三秒。"u8);
        File("in/tool.exe", "MZ\0\0"u8);
        File("in/empty.md", ""u8);
        File("in/cut.json", "["u8);
        File("in/header.csv", "title,summary\n"u8);
        File("in/none.json", "[]"u8);
        File("in/broken.txt", [.. "# a\n"u8, 0xFF, 0xFE]);

        var (code, said) = await RunAsync("zh", "import", "in");

        var told = JsonNode.Parse(said)!;
        Assert.Equal(1, code);
        Assert.Equal((7, 1, 1, 5), ((int)told["files"]!, (int)told["created"]!, (int)told["skipped"]!, (int)told["failed"]!));
        Assert.Equal(7, told["items"]!.AsArray().Select(item => (string?)item!["file"]).Distinct(StringComparer.Ordinal).Count());
        var again = JsonNode.Parse((await RunAsync("zh", "import", "in")).Said)!;
        Assert.Equal((0, 0, 1), ((int)again["created"]!, (int)again["changed"]!, (int)again["unchanged"]!));
    }

    private async Task<(int Code, string Said)> RunAsync(string language, params string[] call)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Cli, .. call, "--json", "--language", language, "--data-folder", Path.Combine(_folder.FullName, "store")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = _folder.FullName,
        })!;
        var problems = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await problems;
        Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return (process.ExitCode, said);
    }

    private void File(string name, ReadOnlySpan<byte> content)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, content);
    }
}
