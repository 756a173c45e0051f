using Learning.Data;
using Learning.Reviews;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Reviews;

/// <summary>The policies of the caller's organisation.</summary>
internal static class ListReviewPolicies
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/review-policies", Handle)
        .WithSummary("List the review policies");

    private static async Task<Ok<ReviewPoliciesAnswer>> Handle(Caller caller, LearningDbContext db, CancellationToken cancellationToken) => TypedResults.Ok(new ReviewPoliciesAnswer(
        [.. (await db.ReviewPolicies.AsNoTracking().Where(policy => policy.Organisation == caller.Organisation).OrderBy(policy => policy.Key).ToListAsync(cancellationToken)).Select(ReviewPolicyView.Of)]));

    /// <summary>The policy of a key in the caller's organisation.</summary>
    internal static async Task<ReviewPolicy> FindAsync(string key, Caller caller, LearningDbContext db, CancellationToken cancellationToken) =>
        await db.ReviewPolicies.FirstOrDefaultAsync(policy => policy.Organisation == caller.Organisation && policy.Key == key, cancellationToken)
        ?? throw new BrokenRule("policy-unknown", $"There is no policy '{key}'.", "GET /review-policies lists them.", BrokenRuleKind.NotFound);
}
