using Learning.Data;
using Learning.Ranking.Models;
using Microsoft.EntityFrameworkCore;

namespace Learning.Retraining;

/// <summary>What somebody should know who looks after the learning: a blind stream of events, drift, a training that failed. Looked at every few minutes, whoever asks how often.</summary>
public sealed class LearningWatch(ModelStore store, ServingRankers serving, TimeProvider time)
{
    private const int DaysLooked = 14;
    private const int ListsLooked = 500;
    private const int FewestLists = 100;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _looking = new(1, 1);
    private volatile Seen? _seen;

    /// <summary>
    /// The warnings, as names: <c>no-impressions</c>, <c>no-outcomes</c>, <c>drift FEATURE</c>, <c>model-unreadable</c>,
    /// <c>model-erased-members</c>, <c>training-failed</c>.
    /// </summary>
    public async Task<IReadOnlyList<string>> WarningsAsync(LearningDbContext db, CancellationToken cancellationToken)
    {
        var seen = _seen;
        var isFresh = seen is not null && time.GetUtcNow() - seen.At < Kept;
        if (isFresh || !await _looking.WaitAsync(seen is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken))
        {
            return seen!.Warnings;
        }

        try
        {
            return (_seen = new Seen(await LookAsync(db, cancellationToken), time.GetUtcNow())).Warnings;
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <summary>Looks now.</summary>
    public async Task<IReadOnlyList<string>> LookAsync(LearningDbContext db, CancellationToken cancellationToken)
    {
        var warnings = new List<string>();
        if (serving.Problem().Length > 0)
        {
            warnings.Add("model-unreadable");
        }

        if (store.Erased(store.Current().Model) is not null)
        {
            warnings.Add("model-erased-members");
        }

        if (await db.TrainingRuns.OrderByDescending(run => run.EndedAt).Select(run => run.Status).FirstOrDefaultAsync(cancellationToken) == TrainingStatus.Failed)
        {
            warnings.Add("training-failed");
        }

        warnings.AddRange(await StreamAsync(db, cancellationToken));
        return warnings;
    }

    private async Task<List<string>> StreamAsync(LearningDbContext db, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow().AddDays(-DaysLooked);
        var lists = await db.Impressions.AsNoTracking().Where(list => list.At >= since && list.Personalised && list.Query == null)
            .OrderByDescending(list => list.At).Take(ListsLooked).ToListAsync(cancellationToken);
        if (lists.Count == 0)
        {
            // Before the first list nothing is blind: nobody has come yet.
            return await db.Impressions.AnyAsync(list => list.At < since, cancellationToken) ? ["no-impressions"] : [];
        }

        var warnings = new List<string>();
        var shown = lists.Select(list => list.MemberId).Distinct().ToList();
        if (lists.Count >= FewestLists && !await db.Records.AnyAsync(record => shown.Contains(record.MemberId) && record.At >= since, cancellationToken))
        {
            warnings.Add("no-outcomes");
        }

        if (lists.Count >= FewestLists && serving.Manifest() is { Shown.Count: > 0 } manifest)
        {
            warnings.AddRange(Drift.Of(manifest.Shown, lists).Where(pair => pair.Value > Drift.Shift).OrderByDescending(pair => pair.Value).Select(pair => "drift " + pair.Key));
        }

        return warnings;
    }

    private sealed record Seen(IReadOnlyList<string> Warnings, DateTimeOffset At);
}
