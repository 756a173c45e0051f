using Learning.Server.Conventions;

namespace Learning.Server.Plans;

/// <summary>Plans and their review.</summary>
internal static class PlanEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder api)
    {
        var signedIn = api.MapRoom("", "Plans");
        DraftPlan.Map(signedIn);
        GetMyPlan.Map(signedIn);
        GetPlan.Map(signedIn);
        RenewPlan.Map(signedIn);
        TellPlan.MapForEverybody(signedIn);

        var coordinators = api.MapRoom("/plans", "Reviews").ForCoordinators();
        ListPlans.Map(coordinators);
        ApprovePlan.Map(coordinators);
        ReturnPlan.Map(coordinators);
        AdjustPlan.Map(coordinators);
        TellPlan.MapForCoordinators(coordinators);
        GetHoursStanding.Map(api.MapRoom("", "Plans").ForCoordinators());
    }
}
