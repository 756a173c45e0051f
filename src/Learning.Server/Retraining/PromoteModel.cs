using System.ComponentModel;
using Learning.Ranking.Models;
using Learning.Retraining;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Retraining;

/// <summary>Which model serves now.</summary>
/// <param name="Serving">Its id.</param>
/// <param name="Since">Since when.</param>
/// <param name="By">Who put it there.</param>
/// <param name="Before">Those that served before it, the last first.</param>
public sealed record ServingAnswer(string Serving, DateTimeOffset? Since, string By, IReadOnlyList<string> Before)
{
    internal static ServingAnswer Of(ServingModel serving) => new(serving.Model, serving.Since, serving.By, serving.Before);
}

/// <summary>Puts a model to serve.</summary>
internal static class PromoteModel
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id}/promote", Handle)
        .WithSummary("Let a model rank")
        .WithDescription("It ranks from the next list on, on every server. A model that the gate refused needs force=true: then you decide, knowing for whom it is worse.")
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static async Task<Ok<ServingAnswer>> Handle(
        [Description("Id of the model.")] string id, Promotion promotion, CancellationToken cancellationToken, [Description("Even where the gate refused it.")] bool force = false) =>
        TypedResults.Ok(ServingAnswer.Of(await promotion.PromoteAsync(id, Roles.Administrator, force, cancellationToken)));
}
