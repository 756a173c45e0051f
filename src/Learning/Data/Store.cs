using Learning.Data.Sqlite;
using Learning.Records.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Learning.Data;

/// <summary>
/// Makes the database and brings it up to date. A change of an entity needs a migration:
/// <code>
/// dotnet ef migrations add NAME --project src/Learning --startup-project src/Learning.Server --context SqliteLearningDbContext --output-dir Data/Sqlite/Migrations
/// dotnet ef migrations add NAME --project src/Learning.Server --context SignInDbContext --output-dir SignIn/Migrations
/// </code>
/// </summary>
public sealed class Store(IDbContextFactory<SqliteLearningDbContext> contexts, IOptions<DataOptions> options) : IDisposable
{
    private static readonly TimeSpan PatienceForAnother = TimeSpan.FromMinutes(2);

    private IDisposable? _use;

    /// <summary>Makes the folder, readable by its owner only, says that it is in use as long as this program runs, and runs the migrations of the engine and of <paramref name="others"/>.</summary>
    /// <param name="others">Contexts of the host that share the file.</param>
    /// <param name="cancellationToken">Stops it between two migrations.</param>
    /// <exception cref="BrokenRule">The folder can't be written, or another program has been preparing it for minutes or is restoring a backup.</exception>
    public async Task PrepareAsync(IReadOnlyList<DbContext> others, CancellationToken cancellationToken)
    {
        MakeFolder(options.Value.DataFolder);
        _use ??= StoreUse.Share(options.Value.DataFolder)
            ?? throw new BrokenRule("data-folder-busy", $"Another program is putting a backup into {options.Value.DataFolder}.", "Wait until it has finished.", BrokenRuleKind.Conflict);
        using var turn = await StoreTurn.TakeAsync(options.Value.DataFolder, PatienceForAnother, cancellationToken);
        await using var own = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var context in others.Prepend(own))
        {
            // Whoever holds the turn is alone: a lock of the migrations that stands now was left by a program that was killed.
            await context.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
        }

        await HoursBackfill.OnceAsync(own, cancellationToken);
    }

    /// <summary>Lets the folder go.</summary>
    public void Dispose() => _use?.Dispose();

    internal static void MakeFolder(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BrokenRule(
                "data-folder-not-writable",
                $"The data folder {folder} can't be made: {problem.Message}",
                $"Let {DataOptions.DataFolderSetting} name a folder that this program may write.");
        }
    }
}
