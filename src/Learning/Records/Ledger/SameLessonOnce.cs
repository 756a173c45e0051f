using Learning.Data;
using Learning.Materials;
using Microsoft.EntityFrameworkCore;

namespace Learning.Records.Ledger;

/// <summary>Looks for lessons that count twice only when materials have changed since the last look.</summary>
public static class SameLessonOnce
{
    private const string Mark = "hours-same-lesson";

    /// <summary>Takes back what counts twice, where anything can have changed.</summary>
    public static async Task RunAsync(LearningDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var revision = await Catalogue.RevisionAsync(db, cancellationToken);
        var mark = await db.StoreFacts.FirstOrDefaultAsync(fact => fact.Name == Mark, cancellationToken);
        if (mark?.Number == revision)
        {
            return;
        }

        await SameLessonReversal.RunAsync(db, time, cancellationToken);
        if (mark is null)
        {
            db.StoreFacts.Add(new StoreFact { Name = Mark, Number = revision });
        }
        else
        {
            mark.Number = revision;
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
