using System.CommandLine;
using System.Diagnostics;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Materials;
using Microsoft.EntityFrameworkCore;

namespace Learning.Cli;

/// <summary><c>learning import PATH</c>: takes in a file or a folder. Every file is accounted for; what is the same is left alone.</summary>
internal static class Import
{
    /// <summary>Organisation of the first import into a store that knows none.</summary>
    private const string FirstOrganisation = "local";

    public static Command Verb(Words words) => new Command("import", words.Of("help.import"))
    {
        new Argument<string>("PATH") { Description = words.Of("help.import.path") },
        new Option<string?>("--organisation") { Description = words.Of("help.import.organisation"), HelpName = "KEY" },
    }.Runs(words, RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(call.Value<string>("PATH")!);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new WrongCall("path-missing", ("path", path));
        }

        if (call.Value<string?>("--organisation") is { } named && (named.Trim().Length == 0 || named.Length > 100))
        {
            throw new WrongCall("organisation-blank");
        }

        await call.PrepareAsync(cancellationToken);
        var clock = Stopwatch.StartNew();
        var organisation = call.Value<string?>("--organisation")?.Trim() ?? await OnlyOrganisationAsync(call, cancellationToken);
        var (items, files) = await StoreAsync(call, path, organisation, cancellationToken);
        var storeSeconds = clock.Elapsed.TotalSeconds;
        var embedded = await Embedding.RunAsync(call, cancellationToken);
        var told = ImportTold.Of(path, organisation, files, items, embedded, storeSeconds, clock.Elapsed.TotalSeconds);
        call.Teller.Answer(told, () => told.Lines(call.Words));
        return told.Failed > 0 ? Exit.SomeFailed : Exit.Done;
    }

    private static async Task<(List<ImportTold.Item> Items, int Files)> StoreAsync(Call call, string path, string organisation, CancellationToken cancellationToken)
    {
        var total = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Count() : 1;
        var skipped = new List<ImportTold.Item>();
        var files = 0;
        var stored = await call.Teller.Progress.WhileAsync("read", total, progress => call.Get<MaterialImport>().StoreAsync(Results(progress), organisation, progress: null, cancellationToken));
        return ([.. stored.Select(ImportTold.Item.Of), .. skipped], files);

        IEnumerable<ReadResult> Results(IProgress<int> progress)
        {
            foreach (var file in MaterialFolder.Walk(path))
            {
                if (file.Skipped is { } skip)
                {
                    skipped.Add(ImportTold.Item.Of(file.File, skip));
                }

                foreach (var result in file.Results)
                {
                    yield return result;
                }

                progress.Report(++files);
            }
        }
    }

    /// <summary>The organisation of a store that has only one.</summary>
    private static async Task<string> OnlyOrganisationAsync(Call call, CancellationToken cancellationToken)
    {
        var known = await call.Db.Members.Select(member => member.Organisation)
            .Union(call.Db.Groups.Select(group => group.Organisation))
            .Union(call.Db.Materials.Select(material => material.Organisation))
            .OrderBy(key => key).ToListAsync(cancellationToken);
        return known.Count switch
        {
            0 => FirstOrganisation,
            1 => known[0],
            _ => throw new WrongCall("organisation-which", ("known", string.Join(", ", known))),
        };
    }
}
