using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Learning.Data;
using Learning.Server.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Tests.Hostile;

/// <summary>All that is kept, as a word for each table that changes when any of it does.</summary>
internal static class Everything
{
    /// <summary>Looking at a page is noted, told and kept alive; a wrong password is counted; work behind the pages notes how far it has come.</summary>
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal) { "Impressions", "ToldWords", "Sessions", "KeptReplies", "Accounts", "StoreFacts", "sqlite_sequence" };

    public static Task<Dictionary<string, string>> DigestAsync(LearningApplication app) => app.WithAsync<LearningDbContext, Dictionary<string, string>>(async db =>
    {
        var tables = (await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'table' ORDER BY name").ToListAsync()).Where(name => !Passing.Contains(name));
        await db.Database.OpenConnectionAsync();
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names are the database's own.
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1, 2";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                for (var column = 0; column < rows.FieldCount; column++)
                {
                    hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(rows.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : rows.GetValue(column))}|")));
                }
            }

            digests[table] = Convert.ToHexString(hash.GetHashAndReset());
        }

        return digests;
    });
}
