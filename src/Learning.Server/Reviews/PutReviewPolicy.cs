using System.ComponentModel.DataAnnotations;
using Learning.Data;
using Learning.Reviews;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Reviews;

/// <summary>What passes without a second look.</summary>
/// <param name="Name">What the policy is called.</param>
/// <param name="On">Whether it may be used; left out: yes.</param>
/// <param name="Optimal">Whether a plan must be proven the best there is; left out: no, being proven right is enough.</param>
/// <param name="Exempt">Whether plans of exempt members pass; left out: no.</param>
/// <param name="ColdMembers">Whether plans of members of whom little is known pass; left out: no.</param>
/// <param name="MostChange">Most share of a plan that may differ from the one before, 0–1; left out: 0.2.</param>
/// <param name="MostDoubt">Most doubt, summed over its causes; left out: 3.</param>
/// <param name="AuditShare">Share of what passed that a person looks at all the same, 0.01–1; left out: 0.05.</param>
/// <param name="Seed">Seed of that sample; left out: 0.</param>
/// <param name="MaxGap">How far from the best a plan may be at most, as far as that is proven, 0–1 (0.02 is two per cent); left out: being proven right is enough.</param>
public sealed record PutReviewPolicyRequest(
    [property: Required, StringLength(100, MinimumLength = 1)] string Name,
    bool? On = null, bool? Optimal = null, bool? Exempt = null, bool? ColdMembers = null,
    [property: Range(0.0, 1.0)] double? MostChange = null, [property: Range(0.0, 100.0)] double? MostDoubt = null, [property: Range(0.01, 1.0)] double? AuditShare = null, int? Seed = null,
    [property: Range(0.0, 1.0)] double? MaxGap = null);

/// <summary>An administrator writes a policy.</summary>
internal static class PutReviewPolicy
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/review-policies/{key}", Handle)
        .WithSummary("Write a review policy")
        .WithDescription("Every condition must hold, and no plan passes that fails a check, misses something asked, or is not in review. If-Match may name the version you looked at.")
        .WithRequestExample(new PutReviewPolicyRequest("可行、无豁免、变化小于两成", MostChange: 0.2, AuditShare: 0.1, MaxGap: 0.02))
        .Refuses(StatusCodes.Status412PreconditionFailed, StatusCodes.Status422UnprocessableEntity);

    private static async Task<Ok<ReviewPolicyView>> Handle(
        string key, PutReviewPolicyRequest request, Caller caller, LearningDbContext db, TimeProvider time, HttpContext context, CancellationToken cancellationToken)
    {
        if (key.Length > 50 || key.Any(sign => !char.IsAsciiLetterLower(sign) && !char.IsAsciiDigit(sign) && sign != '-'))
        {
            throw new BrokenRule("policy-key-invalid", "The key of a policy is lower-case letters, digits and hyphens, at most 50.", "Choose a key such as safe-ones.");
        }

        var policy = await db.ReviewPolicies.FirstOrDefaultAsync(one => one.Organisation == caller.Organisation && one.Key == key, cancellationToken);
        if (policy is null)
        {
            policy = new ReviewPolicy { Id = Guid.CreateVersion7(time.GetUtcNow()), Organisation = caller.Organisation, Key = key, Name = request.Name };
            db.ReviewPolicies.Add(policy);
        }
        else
        {
            context.Request.MatchIfAsked(policy.Version);
            policy.Version++;
        }

        Fill(policy, request);
        (policy.ChangedBy, policy.ChangedAt) = (caller.UserName, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Tag(policy.Version);
        return TypedResults.Ok(ReviewPolicyView.Of(policy));
    }

    private static void Fill(ReviewPolicy policy, PutReviewPolicyRequest request)
    {
        policy.Name = request.Name.Trim();
        policy.On = request.On ?? true;
        policy.Optimal = request.Optimal ?? false;
        policy.MaxGap = request.MaxGap;
        policy.Exempt = request.Exempt ?? false;
        policy.ColdMembers = request.ColdMembers ?? false;
        policy.MostChange = request.MostChange ?? 0.2;
        policy.MostDoubt = request.MostDoubt ?? 3;
        policy.AuditShare = request.AuditShare ?? 0.05;
        policy.Seed = request.Seed ?? 0;
    }
}
