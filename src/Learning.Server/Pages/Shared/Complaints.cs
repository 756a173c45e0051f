using Learning.Data;
using Learning.Plans;
using Learning.Reviews;
using Learning.Server.Plans;
using Learning.Server.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Shared;

/// <summary>A complaint and its answer.</summary>
/// <param name="Plan">The plan it stands with.</param>
/// <param name="Member">Who complains.</param>
/// <param name="Name">The name.</param>
/// <param name="Text">What is complained of.</param>
/// <param name="At">When.</param>
/// <param name="Due">By when a person answers.</param>
/// <param name="Answer">The answer; null while there is none.</param>
internal sealed record Complaint(Guid Plan, Guid Member, string Name, string Text, DateTimeOffset At, DateTimeOffset Due, ReviewAct? Answer);

/// <summary>
/// Complaints to a person about what was suggested or planned. They are acts in the history of a plan, like everything that is done with it:
/// kept for ever, seen by both sides, and erased with the member.
/// </summary>
internal sealed class Complaints(LearningDbContext db, Caller caller, Scope scope, TimeProvider time)
{
    /// <summary>Days within which a person answers.</summary>
    public const int DaysToAnswer = 15;

    private const string Complained = "complained";
    private const string Answered = "answered";

    /// <summary>The caller's own, newest first.</summary>
    public Task<IReadOnlyList<Complaint>> MineAsync(CancellationToken cancellationToken) => ReadAsync(db.Members.Where(member => member.Id == caller.MemberId), cancellationToken);

    /// <summary>Those of the members whom the caller looks after, newest first.</summary>
    public Task<IReadOnlyList<Complaint>> OfMyMembersAsync(CancellationToken cancellationToken) => ReadAsync(scope.LookedAfter, cancellationToken);

    /// <exception cref="BrokenRule">Nothing is said, or there is no plan yet.</exception>
    public async Task ComplainAsync(string? text, CancellationToken cancellationToken)
    {
        var plan = await OpenPlans.OfMemberAsync(db, caller.RequiredMemberId, cancellationToken)
            ?? throw new BrokenRule("no-plan-yet", "There is no plan yet.", "Make one: POST /members/{id}/plans.", BrokenRuleKind.NotFound);
        await KeepAsync(plan, Complained, text, cancellationToken);
    }

    /// <exception cref="BrokenRule">Nothing is said, or the member is out of scope.</exception>
    public async Task AnswerAsync(Guid planId, string? text, CancellationToken cancellationToken)
    {
        var plan = await GetPlan.FindAsync(planId, scope, db, cancellationToken);
        await KeepAsync(plan, Answered, text, cancellationToken);
    }

    private async Task KeepAsync(StoredPlan plan, string act, string? text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new BrokenRule("reason-missing", "Nothing is said.", "Say in a few sentences what is wrong.");
        }

        PlanReview.DemandShort(text);

        var now = time.GetUtcNow();
        db.ReviewActs.Add(new ReviewAct { Id = Guid.CreateVersion7(now), PlanId = plan.Id, By = caller.AccountId, ByName = caller.UserName, At = now, Act = act, Reason = text.Trim(), Version = plan.Version });
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<Complaint>> ReadAsync(IQueryable<Learning.Members.Member> members, CancellationToken cancellationToken)
    {
        var rows = await (
            from act in db.ReviewActs.AsNoTracking()
            join plan in db.Plans on act.PlanId equals plan.Id
            join member in members on plan.MemberId equals member.Id
            where act.Act == Complained || act.Act == Answered
            select new { Act = act, plan.MemberId, member.Name }).ToListAsync(cancellationToken);
        var byPlan = rows.ToLookup(row => row.Act.PlanId);
        return
        [
            .. from row in rows
               where row.Act.Act == Complained
               orderby row.Act.At descending
               let answer = byPlan[row.Act.PlanId].Where(other => other.Act.Act == Answered && other.Act.At > row.Act.At).MinBy(other => other.Act.At)?.Act
               select new Complaint(row.Act.PlanId, row.MemberId, row.Name, row.Act.Reason, row.Act.At, row.Act.At.AddDays(DaysToAnswer), answer),
        ];
    }
}
