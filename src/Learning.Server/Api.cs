using Learning.Server.Materials;
using Learning.Server.Members;
using Learning.Server.Plans;
using Learning.Server.Ranking;
using Learning.Server.Records;
using Learning.Server.Reviews;
using Learning.Server.Retraining;
using Learning.Server.SignIn;

namespace Learning.Server;

/// <summary>The API: a line per room, in path order.</summary>
internal static class Api
{
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapSignIn();
        api.MapMembers();
        api.MapMaterials();
        api.MapRecords();
        api.MapRanking();
        api.MapPlans();
        api.MapReviews();
        api.MapRetraining();
    }
}
