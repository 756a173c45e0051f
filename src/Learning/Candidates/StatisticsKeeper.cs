using Learning.Data;
using Learning.Records;
using Microsoft.EntityFrameworkCore;

namespace Learning.Candidates;

/// <summary>Keeps the statistics of learners in memory and makes them anew from the records when they have aged.</summary>
public sealed class StatisticsKeeper(TimeProvider time)
{
    /// <summary>How old statistics may become. A person's own history is never taken from them, so it counts at once.</summary>
    public static readonly TimeSpan MaximumAge = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private volatile Kept? _kept;

    /// <summary>The statistics; the first to ask waits until they are made, later ones get the old ones while new ones are made.</summary>
    public async Task<LearnerStatistics> CurrentAsync(LearningDbContext db, CancellationToken cancellationToken)
    {
        var kept = _kept;
        if (kept is not null && time.GetUtcNow() - kept.At < MaximumAge)
        {
            return kept.Statistics;
        }

        var mayWait = kept is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero;
        if (!await _refreshing.WaitAsync(mayWait, cancellationToken))
        {
            return kept!.Statistics;
        }

        try
        {
            if (_kept is { } made && made != kept)
            {
                return made.Statistics;
            }

            return (_kept = new Kept(await ReadAsync(db, cancellationToken), time.GetUtcNow())).Statistics;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    /// <summary>Forgets them: somebody has left and must not be in them any longer.</summary>
    public void Forget() => _kept = null;

    private async Task<LearnerStatistics> ReadAsync(LearningDbContext db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = await (
            from record in db.Records.AsNoTracking()
            where record.Verb == Verb.Completed || record.Verb == Verb.Recalled || (record.Verb == Verb.Attended && record.Success == true)
            join member in db.Members on record.MemberId equals member.Id
            where member.Personalised
            select new { record.MemberId, record.MaterialId, record.Verb, record.At, record.Success, member.BirthYear, member.OccupationCode }).ToListAsync(cancellationToken);
        return LearnerStatistics.Of([.. rows
            .GroupBy(row => row.MemberId)
            .Select(own => Learner.Of(own.First().BirthYear, own.First().OccupationCode, own.Select(row => new Act(row.MaterialId, row.Verb, row.At, row.Success)), now))]);
    }

    private sealed record Kept(LearnerStatistics Statistics, DateTimeOffset At);
}
