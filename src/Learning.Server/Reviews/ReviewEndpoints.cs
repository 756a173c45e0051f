using Learning.Server.Conventions;
using Learning.Server.SignIn;

namespace Learning.Server.Reviews;

/// <summary>Reviews by exception: policies an administrator writes, bulk approvals, audits, and what it costs people.</summary>
internal static class ReviewEndpoints
{
    public static void MapReviews(this IEndpointRouteBuilder api)
    {
        var coordinators = api.MapRoom("", "Reviews").ForCoordinators();
        ListReviewPolicies.Map(coordinators);
        ApproveByPolicy.Map(coordinators);
        ReviewRuns.Map(coordinators);
        ReviewAudits.Map(coordinators);
        GetReviewEffort.Map(coordinators);
        PlanRunEndpoints.Map(coordinators);

        var administrators = api.MapRoom("", "Reviews").RequireAuthorization(Policies.Administers).Refuses(StatusCodes.Status403Forbidden);
        PutReviewPolicy.Map(administrators);
    }
}
