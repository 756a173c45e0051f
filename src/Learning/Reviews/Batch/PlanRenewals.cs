using Learning.Data;
using Learning.Members;
using Learning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Learning.Reviews.Batch;

/// <summary>Asks for the runs that renew plans: one for each organisation, of the members who follow a plan or followed one. Whose plan waits for a coordinator is left alone.</summary>
public sealed class PlanRenewals(LearningDbContext db, PlanRuns runs, TimeProvider time)
{
    /// <summary>Weeks of a plan that follows on another are as many as that one had; this is what the run says.</summary>
    private const int Weeks = PlanDrafting.UsualWeeks;

    /// <summary>Who acts where nobody asked.</summary>
    private static readonly Actor Schedule = new(Guid.Empty, "schedule");

    /// <summary>Asks. A run that was asked for before and is not done is found again.</summary>
    /// <returns>The runs that are to be done; none where nobody has a plan.</returns>
    public async Task<IReadOnlyList<PlanRun>> AskAsync(CancellationToken cancellationToken)
    {
        await OpenPlans.AdvanceAsync(db, LocalDay.Of(time.GetUtcNow(), LocalDay.Usual), cancellationToken);
        var members = db.Members.Where(member => db.Plans.Any(plan => plan.MemberId == member.Id && MemberRenewal.Followed.Contains(plan.State))
            && !db.Plans.Any(plan => plan.MemberId == member.Id && MemberRenewal.Waiting.Contains(plan.State)));
        var asked = new List<PlanRun>();
        foreach (var organisation in await members.Select(member => member.Organisation).Distinct().OrderBy(key => key).ToListAsync(cancellationToken))
        {
            asked.Add(await runs.AskAsync(Schedule, new PlanRunWish(organisation, null, Weeks, Renewal: true), members, cancellationToken));
        }

        return asked;
    }
}
