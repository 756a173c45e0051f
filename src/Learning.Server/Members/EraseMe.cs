using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Members;

/// <summary>Erases the caller.</summary>
internal static class EraseMe
{
    public static void Map(RouteGroupBuilder group) => group.MapDelete("", Handle)
        .WithSummary("Erase everything kept about you, with your account")
        .WithDescription("At once and for good. Take along what you want to keep first: GET /me/export.")
        .Refuses(StatusCodes.Status404NotFound);

    private static async Task<NoContent> Handle(Caller caller, Erasure erasure, CancellationToken cancellationToken)
    {
        await erasure.EraseAsync(caller.RequiredMemberId, cancellationToken);
        return TypedResults.NoContent();
    }
}
