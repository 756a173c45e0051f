using Learning.Data;
using Microsoft.EntityFrameworkCore;

namespace Learning.Reviews.Batch;

/// <summary>How far a run is and what came of it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Waiting">Members not yet looked at.</param>
/// <param name="Planned">Members who have a new plan.</param>
/// <param name="Kept">Members whose open plan stays.</param>
/// <param name="Failed">Members for whom a rule refused.</param>
/// <param name="NotPlanned">Members not looked at because the run was stopped.</param>
/// <param name="Items">Lessons planned.</param>
/// <param name="Hours">Credit hours planned.</param>
/// <param name="WithUnmet">Plans in which something asked found no place.</param>
/// <param name="Within1Percent">Plans proven to be within one per cent of the best.</param>
/// <param name="Within2Percent">Plans proven to be within two per cent of the best.</param>
/// <param name="Faults">Who failed and why, the first hundred.</param>
public sealed record PlanRunReport(
    PlanRun Run, int Waiting, int Planned, int Kept, int Failed, int NotPlanned, int Items, decimal Hours, int WithUnmet, int Within1Percent, int Within2Percent, IReadOnlyList<PlanRunFault> Faults)
{
    private const int MostFaults = 100;

    /// <summary>Members who were erased since it was asked for.</summary>
    public int Gone => Run.Members - Waiting - Planned - Kept - Failed - NotPlanned;

    /// <summary>Members that need no further look.</summary>
    public int Looked => Run.Members - Waiting;

    /// <summary>Adds up the work list.</summary>
    /// <param name="db">The database.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<PlanRunReport> ReadAsync(LearningDbContext db, PlanRun run, CancellationToken cancellationToken)
    {
        var lines = db.PlanRunMembers.AsNoTracking().Where(line => line.RunId == run.Id);
        var counts = await lines.GroupBy(line => line.Status).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(same => same.Key, same => same.Count, cancellationToken);
        var planned = await lines.Where(line => line.Status == PlanRunMemberStatus.Planned).GroupBy(_ => 1).Select(all => new
        {
            Items = all.Sum(line => line.Items),
            Tenths = all.Sum(line => line.Tenths),
            WithUnmet = all.Count(line => line.Unmet > 0),
            Within1 = all.Count(line => line.Bound <= 0.01),
            Within2 = all.Count(line => line.Bound <= 0.02),
        }).SingleOrDefaultAsync(cancellationToken);
        var faults = await lines.Where(line => line.Status == PlanRunMemberStatus.Failed).OrderBy(line => line.Place).Take(MostFaults)
            .Select(line => new PlanRunFault(line.MemberId, line.Rule ?? "", line.Detail ?? "")).ToListAsync(cancellationToken);
        int Count(PlanRunMemberStatus status) => counts.GetValueOrDefault(status);
        return new PlanRunReport(
            run, Count(PlanRunMemberStatus.Waiting), Count(PlanRunMemberStatus.Planned), Count(PlanRunMemberStatus.Kept), Count(PlanRunMemberStatus.Failed), Count(PlanRunMemberStatus.NotPlanned),
            planned?.Items ?? 0, (planned?.Tenths ?? 0) / 10m, planned?.WithUnmet ?? 0, planned?.Within1 ?? 0, planned?.Within2 ?? 0, faults);
    }
}

/// <summary>A member for whom no plan could be made.</summary>
/// <param name="Member">The member.</param>
/// <param name="Rule">Name of the rule that refused.</param>
/// <param name="Detail">What it said.</param>
public sealed record PlanRunFault(Guid Member, string Rule, string Detail);
