using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Learning.Data;

/// <summary>What a database means by its refusals.</summary>
public static class Constraints
{
    private const int Unique = 2067;
    private const int PrimaryKey = 1555;
    private const int Busy = 5;

    /// <summary>Whether somebody else was there first: a row that must be the only one exists already.</summary>
    public static bool IsTaken(DbUpdateException problem) => problem.InnerException is SqliteException { SqliteExtendedErrorCode: Unique or PrimaryKey };

    /// <summary>Whether the database was held by others for longer than one waits.</summary>
    public static bool IsBusy(Exception problem) => (problem as SqliteException ?? problem.InnerException as SqliteException)?.SqliteErrorCode == Busy;
}
