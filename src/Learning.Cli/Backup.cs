using System.CommandLine;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Data;

namespace Learning.Cli;

/// <summary><c>learning backup FILE</c>: a whole copy of the database, while others use it.</summary>
internal static class Backup
{
    public static Command Verb(Words words) => new Command("backup", words.Of("help.backup"))
    {
        new Argument<string>("FILE") { Description = words.Of("help.backup.file") },
    }.Runs(words, RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(call.Value<string>("FILE")!);
        await call.OpenAsync(cancellationToken);
        await call.Teller.Progress.WhileAsync("backup", 0, async _ =>
        {
            await StoreCopies.BackupAsync(call.Store, file, cancellationToken);
            return true;
        });
        var bytes = new FileInfo(file).Length;
        call.Teller.Answer(new { file, bytes }, () => [call.Words.Of("backup.done", ("file", file), ("megabytes", $"{bytes / 1e6:N1}"))]);
        return Exit.Done;
    }
}
