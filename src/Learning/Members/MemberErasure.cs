using Learning.Data;
using Microsoft.EntityFrameworkCore;

namespace Learning.Members;

/// <summary>Takes a person out: profile, groups, records, lists that were shown, plans and what was done with them.</summary>
public static class MemberErasure
{
    /// <summary>Erases a member and all that hangs on it, at once. The embedded database overwrites the place on the disk, too.</summary>
    /// <exception cref="BrokenRule">There is no such member.</exception>
    public static async Task EraseAsync(LearningDbContext db, Guid member, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await PragmaAsync(db, "PRAGMA secure_delete=ON", cancellationToken);
            if (await db.Members.Where(one => one.Id == member).ExecuteDeleteAsync(cancellationToken) == 0)
            {
                throw new BrokenRule("member-unknown", $"There is no member {member}.", "There is nothing left to erase.", BrokenRuleKind.NotFound)
                {
                    Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["member"] = member },
                };
            }

            // What was written over stands in the log until it is emptied; somebody who reads right now may put that off.
            await PragmaAsync(db, "PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
            await PragmaAsync(db, "PRAGMA secure_delete=OFF", cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static Task PragmaAsync(LearningDbContext db, string pragma, CancellationToken cancellationToken) =>
        db.Database.IsSqlite() ? db.Database.ExecuteSqlRawAsync(pragma, cancellationToken) : Task.CompletedTask;
}
