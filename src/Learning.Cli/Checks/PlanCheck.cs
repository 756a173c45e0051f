using Learning.Cli.Calling;
using Learning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Learning.Cli.Checks;

/// <summary>Whether every open plan passes its checks again.</summary>
internal static class PlanCheck
{
    public static async Task<IReadOnlyList<Finding>> LookAsync(Call call, CancellationToken cancellationToken)
    {
        var open = await call.Db.Plans.Where(plan => OpenPlans.States.Contains(plan.State)).OrderBy(plan => plan.Id).Select(plan => plan.Id).ToListAsync(cancellationToken);
        return open.Count == 0
            ? []
            : await call.Teller.Progress.WhileAsync("plans", open.Count, progress => LookAsync(call, open, progress, cancellationToken));
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(Call call, List<Guid> open, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var recheck = call.Get<PlanRecheck>();
        var findings = new List<Finding>();
        for (var at = 0; at < open.Count; at++)
        {
            var id = open[at];
            var plan = await call.Db.Plans.AsNoTracking().SingleAsync(one => one.Id == id, cancellationToken);
            foreach (var fault in await recheck.FaultsAsync(plan, cancellationToken))
            {
                findings.Add(Finding.Of(
                    call.Words, "plan-outdated", id.ToString(), ("check", fault.Name), ("detail", fault.Detail), ("member", plan.MemberId), ("state", PlanStates.NameOf(plan.State))));
            }

            progress.Report(at + 1);
        }

        return findings;
    }
}
