using System.CommandLine;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Data;

namespace Learning.Cli;

/// <summary><c>learning restore FILE</c>: puts a backup in the place of the database; what was there is kept beside it.</summary>
internal static class Restore
{
    public static Command Verb(Words words) => new Command("restore", words.Of("help.restore"))
    {
        new Argument<string>("FILE") { Description = words.Of("help.restore.file") },
        Asking.Option(words),
    }.Runs(words, RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(call.Value<string>("FILE")!);
        if (!File.Exists(file))
        {
            throw new WrongCall("file-missing", ("file", file));
        }

        if (File.Exists(call.Store.DatabaseFile))
        {
            Asking.Demand(call, "restore.ask", ("folder", call.Store.DataFolder));
        }

        var before = await call.Teller.Progress.WhileAsync("restore", 0, _ => StoreCopies.RestoreAsync(call.Store, file, call.Get<TimeProvider>(), cancellationToken));
        await call.PrepareAsync(cancellationToken);
        call.Teller.Answer(
            new { restored = call.Store.DatabaseFile, before },
            () => [call.Words.Of("restore.done", ("file", call.Store.DatabaseFile)), .. before is null ? Array.Empty<string>() : [call.Words.Of("restore.before", ("file", before))]]);
        return Exit.Done;
    }
}
