using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Learning.Data.Sqlite;

/// <summary>The one file that every context of the house shares.</summary>
public static class SqliteFile
{
    private static readonly DurablePragmas Durable = new();

    /// <summary>Points a context at the embedded database.</summary>
    /// <param name="options">The context's options.</param>
    /// <param name="store">Where the data is kept.</param>
    /// <param name="migrationsTable">Name of the table with the context's own migrations; null: the usual one.</param>
    public static DbContextOptionsBuilder UseLearningSqlite(this DbContextOptionsBuilder options, DataOptions store, string? migrationsTable = null)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = store.DatabaseFile, DefaultTimeout = 30 }.ToString();
        return options
            .UseSqlite(connection, sqlite =>
            {
                if (migrationsTable is not null)
                {
                    sqlite.MigrationsHistoryTable(migrationsTable);
                }
            })
            .AddInterceptors(Durable);
    }
}
