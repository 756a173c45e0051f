using System.ComponentModel;
using Learning.Data;
using Learning.Plans;
using Learning.Server.Conventions;
using Learning.Server.Errors;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Plans;

/// <summary>A plan in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Member">Whose.</param>
/// <param name="MemberName">The member's name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">Its version.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Items">How many lessons.</param>
/// <param name="Unmet">How many things could not be planned.</param>
/// <param name="Doubt">How much there is to look at; the sum of the causes.</param>
/// <param name="Causes">What there is to look at, gravest first.</param>
public sealed record PlanListItem(Guid Id, Guid Member, string MemberName, PlanState State, int Version, DateOnly From, DateOnly Until, int Items, int Unmet, double Doubt, IReadOnlyList<CauseView> Causes);

/// <summary>Plans of the members a coordinator looks after.</summary>
internal static class ListPlans
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("", Handle)
        .WithSummary("List plans of my groups, such as those that wait for review")
        .WithDescription("The most doubtful first, each with its causes; the plans that wait for review are the queue of a coordinator.");

    private static async Task<Ok<Page<PlanListItem>>> Handle(
        [Description("Only this state: drafted, in-review, approved, active, finished, returned or replaced.")] string? state,
        [AsParameters] PageQuery page, Scope scope, LearningDbContext db, PlanToday today, HttpContext context, CancellationToken cancellationToken)
    {
        await OpenPlans.AdvanceAsync(db, today.Date, cancellationToken);
        var wanted = state is null ? (PlanState?)null : PlanStates.Named(state)
            ?? throw new Refusal("plan-state-unknown", StatusCodes.Status400BadRequest) { Fields = ["state"] };
        var after = page.After;
        var doubt = after == Guid.Empty ? double.MaxValue : await db.Plans.Where(plan => plan.Id == after).Select(plan => (double?)plan.Doubt).FirstOrDefaultAsync(cancellationToken) ?? double.MaxValue;
        var language = context.Language();
        var rows = await (
            from plan in db.Plans.AsNoTracking()
            join member in scope.LookedAfter on plan.MemberId equals member.Id
            where (plan.Doubt < doubt || (plan.Doubt == doubt && plan.Id > after)) && (wanted == null || plan.State == wanted)
            orderby plan.Doubt descending, plan.Id
            select new { Plan = plan, member.Name }).Take(page.SizeAndOne).ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(rows, page.Size, row => row.Plan.Id).Select(row => new PlanListItem(
            row.Plan.Id, row.Plan.MemberId, row.Name, row.Plan.State, row.Plan.Version, row.Plan.From, row.Plan.Until, row.Plan.Items.Count, row.Plan.Unmet.Count,
            Math.Round(row.Plan.Doubt, 2), CauseView.Of(row.Plan, language))));
    }
}
