using Learning.Candidates;
using Learning.Data;
using Learning.Members;
using Learning.Plans;
using Learning.Plans.Solving;
using Learning.Ranking;
using Learning.Ranking.Models;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Learning.Reviews.Batch;

/// <summary>
/// Does a run, from wherever it stands. Each member's plan and the line of the work list are kept in one transaction, and all of it follows from the run:
/// whoever is killed on the way and begins again ends with the same bytes as who is not.
/// </summary>
public sealed class PlanRunWork(IServiceScopeFactory scopes, IOptions<DataOptions> store, ModelStore models, TimeProvider time, IOptions<RenewalOptions> options)
{
    /// <summary>Name of the rule by which a member is given up whose planning ends the program again and again.</summary>
    public const string GivenUp = "plan-run-member-given-up";

    private const int Looks = 5;
    private const int MostTries = 3;

    /// <summary>Does what is left of a run.</summary>
    /// <param name="id">Which.</param>
    /// <param name="atOnce">How many members are planned at the same time; the outcome does not depend on it.</param>
    /// <param name="progress">Told after each member how many are done.</param>
    /// <param name="cancellationToken">Stops it; it stays in the list.</param>
    /// <exception cref="BrokenRule">There is no such run, or another process does one right now: try again later.</exception>
    public async Task DoAsync(Guid id, int atOnce, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        using var turn = TakeTurn();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LearningDbContext>();
        var run = await db.PlanRuns.FirstOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw new BrokenRule("plan-run-unknown", $"There is no run {id}.", "GET /plan-runs lists them.", BrokenRuleKind.NotFound);
        if (run.EndedAt is not null)
        {
            return;
        }

        var ranker = RankerOf(run, scope.ServiceProvider.GetRequiredService<IRanker>());
        (run.Attempts, run.StartedAt, run.Model) = (run.Attempts + 1, time.GetUtcNow(), ranker.Id);
        await db.SaveChangesAsync(cancellationToken);
        var ended = await PlanAsync(run, db, ranker, atOnce, progress, cancellationToken);
        await new PlanRuns(db, time).EndAsync(id, ended, cancellationToken);
    }

    private async Task<PlanRunStatus> PlanAsync(PlanRun run, LearningDbContext db, IRanker ranker, int atOnce, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var waiting = await db.PlanRunMembers.Where(line => line.RunId == run.Id && line.Status == PlanRunMemberStatus.Waiting).OrderBy(line => line.Place).Select(line => line.MemberId).ToListAsync(cancellationToken);
        var clock = new RunClock(run.At);
        var statistics = new StatisticsKeeper(clock);
        var looked = run.Members - waiting.Count;
        progress?.Report(looked);
        using var overtaken = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, overtaken.Token);
        try
        {
            await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = stop.Token }, async (member, turn) =>
            {
                if (LocalDay.Of(time.GetUtcNow(), LocalDay.Usual) > run.From || !await PlanAsync(run, member, ranker, statistics, clock, turn))
                {
                    await overtaken.CancelAsync();
                    return;
                }

                progress?.Report(Interlocked.Increment(ref looked));
            });
            return PlanRunStatus.Done;
        }
        catch (OperationCanceledException) when (overtaken.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return PlanRunStatus.Overtaken;
        }
    }

    /// <returns>False: the run was ended by somebody.</returns>
    private async Task<bool> PlanAsync(PlanRun run, Guid member, IRanker ranker, StatisticsKeeper statistics, RunClock clock, CancellationToken cancellationToken)
    {
        var begun = false;
        for (var looks = 1; ; looks++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var db = services.GetRequiredService<LearningDbContext>();
            if (!await db.PlanRuns.AnyAsync(one => one.Id == run.Id && one.EndedAt == null, cancellationToken))
            {
                return false;
            }

            // Who was erased since has no line any longer.
            var line = await db.PlanRunMembers.FirstOrDefaultAsync(one => one.RunId == run.Id && one.MemberId == member, cancellationToken);
            if (line is null or { Status: not PlanRunMemberStatus.Waiting })
            {
                return true;
            }

            try
            {
                if (!begun && !await BeginAsync(db, line, cancellationToken))
                {
                    return true;
                }

                begun = true;
                await PlanAsync(run, line, db, Plan(services, run, member, ranker, statistics, clock), cancellationToken);
                return true;
            }
            catch (DbUpdateException) when (looks < Looks)
            {
                // Somebody acted on a plan of this member, erased the member or kept the database busy: look anew.
            }
            catch (OperationCanceledException) when (begun)
            {
                // Who is stopped in good order did not fail on this member.
                await db.PlanRunMembers.Where(one => one.RunId == run.Id && one.MemberId == member && one.Tries > 0)
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.Tries, one => one.Tries - 1), CancellationToken.None);
                throw;
            }
        }
    }

    /// <summary>Counts a try before it is made, so that a process that ends on this member leaves a trace and the run does not end on it for ever.</summary>
    /// <returns>False: it was tried often enough, and the line says so.</returns>
    private static async Task<bool> BeginAsync(LearningDbContext db, PlanRunMember line, CancellationToken cancellationToken)
    {
        var begins = line.Tries < MostTries;
        if (begins)
        {
            line.Tries++;
        }
        else
        {
            (line.Status, line.Rule, line.Detail) = (PlanRunMemberStatus.Failed, GivenUp, $"Planning this member was begun {MostTries} times, and each time the program ended before it was done.");
        }

        await db.SaveChangesAsync(cancellationToken);
        return begins;
    }

    private static async Task PlanAsync(PlanRun run, PlanRunMember line, LearningDbContext db, Func<CancellationToken, Task<StoredPlan?>> make, CancellationToken cancellationToken)
    {
        try
        {
            var keeps = !run.Again && !run.Renewal && await HasPlanAsync(db, line.MemberId, run.From, cancellationToken);
            if (!keeps && await make(cancellationToken) is { } plan)
            {
                Keep(line, plan);
            }
            else
            {
                // What was begun and is not wanted is forgotten.
                db.ChangeTracker.Clear();
                db.Attach(line).Entity.Status = PlanRunMemberStatus.Kept;
            }

            line.Tries = 0;
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (BrokenRule broken) when (broken.Rule != "member-unknown")
        {
            db.ChangeTracker.Clear();
            db.Attach(line);
            (line.Status, line.Rule, line.Detail) = (PlanRunMemberStatus.Failed, broken.Rule, broken.Detail.Length > 1000 ? broken.Detail[..1000] : broken.Detail);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (BrokenRule)
        {
            // Erased while being planned.
        }
    }

    /// <summary>Whether a member has a plan that somebody works with and that covers the first day. One that was given back waits for another.</summary>
    private static Task<bool> HasPlanAsync(LearningDbContext db, Guid member, DateOnly from, CancellationToken cancellationToken) => db.Plans.AnyAsync(
        plan => plan.MemberId == member && plan.From <= from && plan.Until >= from && (plan.State == PlanState.InReview || plan.State == PlanState.Approved || plan.State == PlanState.Active), cancellationToken);

    private static void Keep(PlanRunMember line, StoredPlan plan)
    {
        (line.Status, line.PlanId, line.Items) = (PlanRunMemberStatus.Planned, plan.Id, plan.Items.Count);
        line.Tenths = (int)Math.Round(10 * plan.Items.Sum(item => item.Hours));
        line.Unmet = plan.Unmet.Count(unmet => unmet.Kind != UnmetKinds.HoursAfterPlan);
        line.Bound = plan.Proof.Bound;
    }

    private Func<CancellationToken, Task<StoredPlan?>> Plan(IServiceProvider services, PlanRun run, Guid member, IRanker ranker, StatisticsKeeper statistics, RunClock clock)
    {
        var ids = IdSource.About(run.Id, member);
        var reader = ActivatorUtilities.CreateInstance<RequestReader>(services, statistics, clock);
        var review = ActivatorUtilities.CreateInstance<PlanReview>(services, ActivatorUtilities.CreateInstance<PlanDrafting>(services, reader, ranker, clock, ids), clock, ids);
        if (!run.Renewal)
        {
            return async cancellationToken => await review.PrepareAsync(new Actor(run.By, run.ByName), member, run.From, run.Weeks, SolverEffort.Brisk, cancellationToken);
        }

        var recheck = ActivatorUtilities.CreateInstance<PlanRecheck>(services, reader, ranker);
        var renewal = ActivatorUtilities.CreateInstance<MemberRenewal>(services, reader, review, recheck, options.Value.DaysBefore);
        return cancellationToken => renewal.PrepareAsync(run, member, cancellationToken);
    }

    /// <summary>One model ranks for everybody: the one the run began with, as long as it is kept.</summary>
    private IRanker RankerOf(PlanRun run, IRanker serving) =>
        run.Model is null || run.Model == serving.Id ? serving
        : run.Model == WeightedRanker.Name ? new WeightedRanker()
        : models.Find(run.Model) is { } manifest ? ServingRankers.Load(manifest, models.Open(manifest))
        : serving;

    private FileStream TakeTurn()
    {
        try
        {
            return new FileStream(Path.Combine(store.Value.DataFolder, "plan-runs.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new BrokenRule("plan-run-busy", "Another program is planning many members right now.", "Wait until it has finished, or stop it.", BrokenRuleKind.Conflict);
        }
    }
}
