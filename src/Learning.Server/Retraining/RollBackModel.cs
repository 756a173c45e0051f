using Learning.Retraining;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Retraining;

/// <summary>Puts back the model that served before.</summary>
internal static class RollBackModel
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/rollback", Handle)
        .WithSummary("Let the model rank again that ranked before")
        .Refuses(StatusCodes.Status409Conflict);

    private static async Task<Ok<ServingAnswer>> Handle(Promotion promotion, CancellationToken cancellationToken) =>
        TypedResults.Ok(ServingAnswer.Of(await promotion.RollBackAsync(Roles.Administrator, cancellationToken)));
}
