using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Records;

/// <summary>The caller's own hours.</summary>
internal static class MyHours
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/me/hours", Handle)
        .WithSummary("My credit hours, each with its evidence")
        .WithDescription("Credit of the catalogue for what was verified: a recall passed, an attendance confirmed, a door visit, credit from elsewhere. A lesson counts once, in whichever wrapper. Nothing else counts.")
        .Refuses(StatusCodes.Status404NotFound);

    private static async Task<Ok<HoursAnswer>> Handle([AsParameters] PageQuery page, Caller caller, HoursViews views, HttpContext context, CancellationToken cancellationToken) =>
        TypedResults.Ok(await views.OfAsync(caller.RequiredMemberId, page, context, cancellationToken));
}
