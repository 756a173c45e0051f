using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Microsoft.EntityFrameworkCore;

namespace Learning.Cli;

/// <summary><c>learning export</c>: what is stored, of one member or of all, as lines of JSON with a file per kind.</summary>
internal static class Export
{
    private const int FormatVersion = 1;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static Command Verb(Words words) => new Command("export", words.Of("help.export"))
    {
        new Option<string?>("--member") { Description = words.Of("help.export.member"), HelpName = "MEMBER" },
        new Option<bool>("--all") { Description = words.Of("help.export.all") },
        new Option<string>("--to") { Description = words.Of("help.export.to"), HelpName = "FOLDER", Required = true },
    }.Runs(words, RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var (member, all) = (call.Value<string?>("--member"), call.Value<bool>("--all"));
        if (member is null == !all)
        {
            throw new WrongCall("export-whom");
        }

        await call.OpenAsync(cancellationToken);
        var whom = member is null ? (Guid?)null : (await MemberNamed.FindAsync(call.Db, member, cancellationToken)).Id;
        var folder = OnlyForTheOwner(Path.GetFullPath(call.Value<string>("--to")!));
        var kinds = ExportedKinds.Of(call.Db, whom);
        var counts = await call.Teller.Progress.WhileAsync("export", kinds.Count, progress => WriteAsync(folder, kinds, progress, cancellationToken));
        var manifest = new { format = FormatVersion, at = call.Get<TimeProvider>().GetUtcNow(), member = whom, rows = counts };
        await File.WriteAllTextAsync(Path.Combine(folder, "manifest.json"), JsonSerializer.Serialize(manifest, Format), cancellationToken);
        call.Teller.Answer(
            new { folder, rows = counts },
            () => [.. counts.Select(kind => $"{kind.Key}.ndjson  {kind.Value:N0}"), call.Words.Of("export.done", ("folder", folder))]);
        return Exit.Done;
    }

    /// <summary>What it writes is about people: the folder is for whoever runs this.</summary>
    private static string OnlyForTheOwner(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new WrongCall("export-folder-not-empty", ("folder", folder));
        }

        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder).FullName
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }

    private static async Task<Dictionary<string, int>> WriteAsync(string folder, IReadOnlyList<ExportedKind> kinds, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var kind in kinds)
        {
            await using var file = new StreamWriter(Path.Combine(folder, kind.Name + ".ndjson"));
            await foreach (var row in kind.Rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                await file.WriteLineAsync(JsonSerializer.Serialize(row, row.GetType(), Format));
                counts[kind.Name] = counts.GetValueOrDefault(kind.Name) + 1;
            }

            counts.TryAdd(kind.Name, 0);
            progress.Report(counts.Count);
        }

        return counts;
    }
}
