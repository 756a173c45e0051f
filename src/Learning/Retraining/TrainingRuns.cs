using Learning.Data;
using Microsoft.EntityFrameworkCore;

namespace Learning.Retraining;

/// <summary>The list of trainings that were asked for: each is done once, however often it is asked for and whoever is killed while doing it.</summary>
public sealed class TrainingRuns(LearningDbContext db, Retrainer retrainer, TimeProvider time)
{
    /// <summary>After so many beginnings it is given up.</summary>
    public const int MostAttempts = 3;

    private const int LongestReasons = 4000;

    /// <summary>Asks for a training; asking again under the same key finds the one that is there.</summary>
    /// <param name="key">What makes it one and the same.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<TrainingRun> AskAsync(string key, CancellationToken cancellationToken)
    {
        if (await db.TrainingRuns.FirstOrDefaultAsync(known => known.Key == key, cancellationToken) is { } asked)
        {
            return asked;
        }

        var run = new TrainingRun { Id = Guid.CreateVersion7(time.GetUtcNow()), Key = key, AskedAt = time.GetUtcNow() };
        db.TrainingRuns.Add(run);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return run;
        }
        catch (DbUpdateException)
        {
            // Another process asked in the same moment.
            db.Entry(run).State = EntityState.Detached;
            return await db.TrainingRuns.FirstAsync(known => known.Key == key, cancellationToken);
        }
    }

    /// <summary>Those that have not ended, oldest first.</summary>
    public Task<List<TrainingRun>> UnfinishedAsync(CancellationToken cancellationToken) =>
        db.TrainingRuns.Where(run => run.EndedAt == null).OrderBy(run => run.Id).ToListAsync(cancellationToken);

    /// <summary>Does one that has not ended.</summary>
    /// <param name="id">Which.</param>
    /// <param name="cancellationToken">Stops it; it stays in the list.</param>
    /// <exception cref="BrokenRule">Another process trains right now: try again later.</exception>
    public async Task DoAsync(Guid id, CancellationToken cancellationToken)
    {
        var run = await db.TrainingRuns.FirstOrDefaultAsync(known => known.Id == id && known.EndedAt == null, cancellationToken);
        if (run is null)
        {
            return;
        }

        run.Attempts++;
        run.StartedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        try
        {
            var outcome = await retrainer.TrainAsync(null, cancellationToken);
            await EndAsync(run, outcome.Status, outcome.Model?.Id, string.Join(", ", outcome.Model?.Refusals ?? []));
        }
        catch (BrokenRule busy) when (busy.Rule == "training-runs")
        {
            run.Attempts--;
            await db.SaveChangesAsync(CancellationToken.None);
            throw;
        }
        catch (Exception problem) when (problem is not OperationCanceledException && run.Attempts >= MostAttempts)
        {
            await EndAsync(run, TrainingStatus.Failed, null, $"{problem.GetType().Name}: {problem.Message}");
        }
    }

    private Task<int> EndAsync(TrainingRun run, TrainingStatus status, string? model, string reasons)
    {
        (run.Status, run.Model, run.EndedAt) = (status, model, time.GetUtcNow());
        run.Reasons = reasons.Length > LongestReasons ? reasons[..LongestReasons] : reasons;
        return db.SaveChangesAsync(CancellationToken.None);
    }
}
