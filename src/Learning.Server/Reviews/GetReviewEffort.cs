using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Learning.Data;
using Learning.Reviews;
using Learning.Server.Conventions;
using Learning.Server.Errors;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Reviews;

/// <summary>What reviewing costs people.</summary>
/// <param name="From">Since when.</param>
/// <param name="Acts">Acts that were counted; a bulk approval is one.</param>
/// <param name="Members">Members whose plans were decided.</param>
/// <param name="Minutes">Minutes of reviewing, all people together.</param>
/// <param name="MinutesPerThousandMembers">The figure; null while nothing was decided.</param>
/// <param name="How">How it is worked out.</param>
public sealed record ReviewEffortAnswer(DateTimeOffset From, int Acts, int Members, double Minutes, double? MinutesPerThousandMembers, string How);

/// <summary>Publishes how much of people's time reviewing takes.</summary>
internal static class GetReviewEffort
{
    private const int UsualDays = 90;
    private static readonly string[] Deciding = ["approved", "returned", "adjusted", PlanReview.ApprovedByPolicy];

    public static void Map(RouteGroupBuilder group) => group.MapGet("/reviews/effort", Handle)
        .WithSummary("Minutes of reviewing for a thousand members")
        .WithDescription("Worked out from kept acts of the last days in your groups, all people together; nobody's own figure is told.");

    private static async Task<Ok<ReviewEffortAnswer>> Handle(
        [Description("How many days back, 1–365; 90 when left out."), Range(1, 365)] int? days, Scope scope, LearningDbContext db, TimeProvider time, HttpContext context, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow().AddDays(-(days ?? UsualDays));
        var acts = await (
            from act in db.ReviewActs.AsNoTracking()
            join plan in ApproveByPolicy.InReach(scope, db) on act.PlanId equals plan.Id
            where act.At >= since && Deciding.Contains(act.Act) && act.By != Guid.Empty
            select new { act.By, act.At, plan.MemberId }).ToListAsync(cancellationToken);
        var audits = await (
            from audit in db.ReviewAudits.AsNoTracking()
            join plan in ApproveByPolicy.InReach(scope, db) on audit.PlanId equals plan.Id
            where audit.LookedAt != null && audit.LookedAt >= since
            select new { By = audit.By ?? Guid.Empty, At = audit.LookedAt!.Value }).ToListAsync(cancellationToken);
        var times = acts.Select(act => (act.By, act.At)).Distinct().ToList();
        var effort = ReviewEffort.Of([.. times, .. audits.Select(audit => (audit.By, audit.At))], acts.Select(act => act.MemberId).Distinct().Count());
        return TypedResults.Ok(new ReviewEffortAnswer(since, effort.Acts, effort.Members, effort.Minutes, effort.MinutesPerThousandMembers, Texts.Of("review-effort-how", context.Language())));
    }
}
