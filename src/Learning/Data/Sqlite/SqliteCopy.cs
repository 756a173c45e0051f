using Microsoft.Data.Sqlite;

namespace Learning.Data.Sqlite;

/// <summary>What SQLite itself offers for copying a database that is in use, and for looking whether it is sound.</summary>
internal static class SqliteCopy
{
    /// <summary>Copies a database with SQLite's online backup: one moment of it, while others read and write.</summary>
    public static void Make(string from, string to)
    {
        File.Delete(to);
        MakeForOwner(to);
        using var source = Open(from, SqliteOpenMode.ReadOnly);
        using var target = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);

        // One file that can be carried away; the one who opens it as a store turns the log on again.
        Run(target, "PRAGMA journal_mode=DELETE");
    }

    /// <summary>What is wrong with a database; empty when it is sound.</summary>
    public static IReadOnlyList<string> FaultsOf(string file)
    {
        try
        {
            using var database = Open(file, SqliteOpenMode.ReadOnly);
            return [.. Rows(database, "PRAGMA integrity_check(20)").Where(line => line != "ok"), .. Rows(database, "SELECT DISTINCT 'a row of ' || \"table\" || ' points to a row of ' || parent || ' that is not there' FROM pragma_foreign_key_check")];
        }
        catch (SqliteException problem)
        {
            return [problem.Message];
        }
    }

    /// <summary>Whether a database is one of this product.</summary>
    public static bool IsOurs(string file)
    {
        using var database = Open(file, SqliteOpenMode.ReadOnly);
        return Rows(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'StoreFacts'").Count == 1;
    }

    /// <summary>Writes the log into the database and lets it go.</summary>
    public static void CloseLog(string file)
    {
        using var database = Open(file, SqliteOpenMode.ReadWrite);
        Run(database, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static void MakeForOwner(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var made = new FileStream(file, options);
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        // Not pooled: a file that is to be moved must be closed when it is closed.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection database, string sql) => Rows(database, sql);

    private static List<string> Rows(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        }

        return rows;
    }
}
