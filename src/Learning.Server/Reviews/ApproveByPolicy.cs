using System.ComponentModel.DataAnnotations;
using Learning.Data;
using Learning.Plans;
using Learning.Reviews;
using Learning.Server.Conventions;
using Learning.Server.Plans;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Reviews;

/// <summary>Which policy, and whether to act.</summary>
/// <param name="Policy">Key of the policy.</param>
/// <param name="Preview">True or left out: only show what would be approved.</param>
public sealed record ApproveByPolicyRequest([property: Required, StringLength(50)] string Policy, bool? Preview = null);

/// <summary>What a policy lets pass.</summary>
/// <param name="Policy">Key of the policy.</param>
/// <param name="Preview">Whether nothing was changed.</param>
/// <param name="Run">The bulk approval, to be undone by; null in a preview.</param>
/// <param name="Approved">Plans that pass.</param>
/// <param name="Held">Plans that wait for a person, each with what keeps it from passing.</param>
/// <param name="Audits">Plans among the approved that a person looks at all the same.</param>
public sealed record ApproveByPolicyAnswer(string Policy, bool Preview, Guid? Run, IReadOnlyList<Guid> Approved, IReadOnlyList<HeldPlan> Held, IReadOnlyList<Guid> Audits);

/// <summary>A plan that waits for a person.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Why">Names of what keeps it from passing.</param>
public sealed record HeldPlan(Guid Plan, IReadOnlyList<string> Why);

/// <summary>Approves the safe plans of the caller's groups by a policy.</summary>
internal static class ApproveByPolicy
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/plans/approve-by-policy", Handle)
        .WithSummary("Approve what a policy lets pass, or see first what that would be")
        .WithDescription("Only plans of your groups, all of it or nothing. A sample, drawn by the policy's seed, is put on the list of audits. POST /reviews/runs/{id}/undo takes it back.")
        .WithRequestExample(new ApproveByPolicyRequest("safe-ones", true))
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static async Task<Ok<ApproveByPolicyAnswer>> Handle(
        ApproveByPolicyRequest request, Caller caller, Scope scope, LearningDbContext db, PolicyApproval approval, PlanToday today, CancellationToken cancellationToken)
    {
        var policy = await ListReviewPolicies.FindAsync(request.Policy, caller, db, cancellationToken);
        var inReach = InReach(scope, db);
        var verdicts = await PolicyApproval.PreviewAsync(policy, inReach, cancellationToken);
        var held = verdicts.Where(verdict => !verdict.Passes).Select(verdict => new HeldPlan(verdict.Plan.Id, verdict.Refusals)).ToList();
        if (request.Preview ?? true)
        {
            Guid[] passing = [.. verdicts.Where(verdict => verdict.Passes).Select(verdict => verdict.Plan.Id)];
            return TypedResults.Ok(new ApproveByPolicyAnswer(policy.Key, true, null, passing, held, PolicyRules.Sample(policy, passing)));
        }

        var run = await approval.RunAsync(policy, inReach, new Actor(caller.AccountId, caller.UserName), today.Date, cancellationToken);
        Guid[] approved = [.. run.Items.Select(item => item.Plan)];
        return TypedResults.Ok(new ApproveByPolicyAnswer(policy.Key, false, run.Id, approved, held, PolicyRules.Sample(policy, approved)));
    }

    /// <summary>Plans the caller may decide: those of members the caller looks after, never the caller's own.</summary>
    internal static IQueryable<StoredPlan> InReach(Scope scope, LearningDbContext db) =>
        db.Plans.Where(plan => scope.LookedAfter.Any(member => member.Id == plan.MemberId));
}
