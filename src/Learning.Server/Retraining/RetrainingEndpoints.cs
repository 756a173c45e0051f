using Learning.Server.Conventions;
using Learning.Server.SignIn;

namespace Learning.Server.Retraining;

/// <summary>What the ranker learned, and which model serves. For administrators.</summary>
internal static class RetrainingEndpoints
{
    public static void MapRetraining(this IEndpointRouteBuilder api)
    {
        var administrators = api.MapRoom("/models", "Retraining").RequireAuthorization(Policies.Administers).Refuses(StatusCodes.Status403Forbidden);
        ListModels.Map(administrators);
        TrainModel.Map(administrators);
        PromoteModel.Map(administrators);
        RollBackModel.Map(administrators);
    }
}
