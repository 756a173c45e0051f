using Learning.Data.Sqlite;

namespace Learning.Data;

/// <summary>Whole copies of the embedded database: made while others use it, and put back in its place.</summary>
public static class StoreCopies
{
    /// <summary>Copies the database into a file of its own, and checks the copy.</summary>
    /// <param name="store">Where the data is.</param>
    /// <param name="file">The file to make.</param>
    /// <param name="cancellationToken">Stops it before the copy is there.</param>
    /// <exception cref="BrokenRule">The file exists, or the copy is damaged because the database is.</exception>
    public static async Task BackupAsync(DataOptions store, string file, CancellationToken cancellationToken)
    {
        if (File.Exists(file))
        {
            throw Rule("backup-exists", $"{file} exists already.", "Choose another name: a backup is never written over.", file);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var copy = file + ".part";
        try
        {
            await Task.Run(() => SqliteCopy.Make(store.DatabaseFile, copy), cancellationToken);
            DemandSound(copy, "store-damaged", "Run learning check, and restore an older backup.");
            cancellationToken.ThrowIfCancellationRequested();
            File.Move(copy, file);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>Puts a backup in the place of the database. What was there stays beside it.</summary>
    /// <param name="store">Where the data is.</param>
    /// <param name="file">The backup.</param>
    /// <param name="time">Gives the old database its name.</param>
    /// <param name="cancellationToken">Stops it before anything is replaced.</param>
    /// <returns>Where the old database is now; null when there was none.</returns>
    /// <exception cref="BrokenRule">The backup is damaged or none of this product, or somebody uses the database.</exception>
    public static async Task<string?> RestoreAsync(DataOptions store, string file, TimeProvider time, CancellationToken cancellationToken)
    {
        Store.MakeFolder(store.DataFolder);
        using var alone = StoreUse.Alone(store.DataFolder)
            ?? throw Rule("store-in-use", $"A server or another command uses {store.DataFolder}.", "Stop it, restore, and start it again.", store.DataFolder, BrokenRuleKind.Conflict);
        DemandSound(file, "backup-damaged", "Take another backup.");
        if (!SqliteCopy.IsOurs(file))
        {
            throw Rule("backup-foreign", $"{file} is a database, but none of this product.", "Name a file that learning backup has made.", file);
        }

        var copy = store.DatabaseFile + ".part";
        try
        {
            await Task.Run(() => SqliteCopy.Make(file, copy), cancellationToken);
            DemandSound(copy, "backup-damaged", "Take another backup.");
            cancellationToken.ThrowIfCancellationRequested();
            return Replace(store, copy, time);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>What is wrong with the database itself; empty when it is sound.</summary>
    public static IReadOnlyList<string> FaultsOf(string file) => SqliteCopy.FaultsOf(file);

    private static string? Replace(DataOptions store, string copy, TimeProvider time)
    {
        string? before = null;
        if (File.Exists(store.DatabaseFile))
        {
            SqliteCopy.CloseLog(store.DatabaseFile);
            before = Path.Combine(store.DataFolder, $"learning-before-{time.GetUtcNow():yyyyMMdd'T'HHmmssfff'Z'}.db");
            File.Move(store.DatabaseFile, before);
        }

        // A log that is left belongs to the database that was moved away.
        File.Delete(store.DatabaseFile + "-wal");
        File.Delete(store.DatabaseFile + "-shm");
        File.Move(copy, store.DatabaseFile);
        return before;
    }

    private static void DemandSound(string file, string rule, string hint)
    {
        if (SqliteCopy.FaultsOf(file) is [var first, ..])
        {
            throw Rule(rule, $"{file} is damaged: {first}", hint, file);
        }
    }

    private static BrokenRule Rule(string rule, string detail, string hint, string file, BrokenRuleKind kind = BrokenRuleKind.Unprocessable) =>
        new(rule, detail, hint, kind) { Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["file"] = file } };
}
