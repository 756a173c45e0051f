using System.Text;
using Learning.Data;
using Learning.Members;
using Learning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Learning.Reviews.Batch;

/// <summary>The list of runs: asked for once, found again, stopped. What a run does is <see cref="PlanRunWork"/>.</summary>
public sealed class PlanRuns(LearningDbContext db, TimeProvider time)
{
    /// <summary>Asks for a run. Who asks the same again while it is not done finds the one that is there.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="wish">What is asked.</param>
    /// <param name="members">Whose plans: the caller has checked that the actor looks after them.</param>
    /// <param name="cancellationToken">Stops it; then nothing was asked.</param>
    /// <exception cref="BrokenRule">A day or a number of weeks that can't be planned, a moment to come, or nobody to plan for.</exception>
    public async Task<PlanRun> AskAsync(Actor actor, PlanRunWish wish, IQueryable<Member> members, CancellationToken cancellationToken)
    {
        // Looked and asked in one turn: of two who ask at the same time the second finds what the first asked for.
        await using var turn = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await UnfinishedAsync(actor, wish, cancellationToken) is { } asked)
        {
            return asked;
        }

        var now = time.GetUtcNow();
        var at = wish.At ?? now;
        var from = wish.From ?? LocalDay.Of(at, LocalDay.Usual).AddDays(1);
        Demand(at, from, wish.Weeks, now);
        var all = await members.Where(member => member.Organisation == wish.Organisation).OrderBy(member => member.Id).Select(member => member.Id).ToListAsync(cancellationToken);
        if (all.Count == 0)
        {
            throw new BrokenRule("plan-run-empty", $"There is nobody to plan for in {wish.Organisation}.", "Name an organisation, or groups, that have members.", BrokenRuleKind.NotFound);
        }

        var run = new PlanRun
        {
            Id = IdSource.Of(at, Encoding.UTF8.GetBytes(FormattableString.Invariant($"{wish.Organisation}|{from:yyyy-MM-dd}|{wish.Weeks}|{wish.Again}|{actor.Account}{(wish.Renewal ? "|renewal" : "")}"))),
            Organisation = wish.Organisation, From = from, Weeks = wish.Weeks, Again = wish.Again, Renewal = wish.Renewal, At = at, By = actor.Account, ByName = actor.Name, Members = all.Count,
        };
        if (await db.PlanRuns.FirstOrDefaultAsync(known => known.Id == run.Id, cancellationToken) is { } done)
        {
            return done;
        }

        db.PlanRuns.Add(run);
        db.PlanRunMembers.AddRange(all.Select((member, place) => new PlanRunMember { RunId = run.Id, MemberId = member, Place = place }));
        await db.SaveChangesAsync(cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return run;
    }

    /// <summary>Runs that have not ended, oldest first.</summary>
    public Task<List<PlanRun>> UnfinishedAsync(CancellationToken cancellationToken) =>
        db.PlanRuns.AsNoTracking().Where(run => run.EndedAt == null).OrderBy(run => run.Id).ToListAsync(cancellationToken);

    /// <summary>Stops a run: what is planned stands, nobody else is begun. Who stops what has ended changes nothing.</summary>
    public async Task CancelAsync(Guid id, CancellationToken cancellationToken) => await EndAsync(id, PlanRunStatus.Cancelled, cancellationToken);

    /// <summary>Ends a run that has not ended.</summary>
    internal async Task EndAsync(Guid id, PlanRunStatus status, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var turn = await db.Database.BeginTransactionAsync(cancellationToken);
        var ended = await db.PlanRuns.Where(run => run.Id == id && run.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.EndedAt, now).SetProperty(run => run.Status, status), cancellationToken);
        if (ended == 1)
        {
            await db.PlanRunMembers.Where(line => line.RunId == id && line.Status == PlanRunMemberStatus.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(line => line.Status, PlanRunMemberStatus.NotPlanned), cancellationToken);
        }

        await turn.CommitAsync(cancellationToken);
    }

    private Task<PlanRun?> UnfinishedAsync(Actor actor, PlanRunWish wish, CancellationToken cancellationToken) => db.PlanRuns.AsNoTracking()
        .Where(run => run.EndedAt == null && run.Organisation == wish.Organisation && run.By == actor.Account && run.Weeks == wish.Weeks && run.Again == wish.Again && run.Renewal == wish.Renewal)
        .Where(run => (wish.From == null || run.From == wish.From) && (wish.At == null || run.At == wish.At))
        .OrderBy(run => run.Id).FirstOrDefaultAsync(cancellationToken);

    private static void Demand(DateTimeOffset at, DateOnly from, int weeks, DateTimeOffset now)
    {
        if (at > now)
        {
            throw new BrokenRule("plan-run-moment-invalid", $"{at:O} is still to come.", "Leave the moment out, or name one that has passed.");
        }

        // Whoever lives east of the usual zone is a day ahead of it.
        PlanDrafting.Demand(from, weeks, LocalDay.Of(now, LocalDay.Usual));
    }
}
