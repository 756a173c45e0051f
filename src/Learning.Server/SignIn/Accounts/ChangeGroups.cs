using System.ComponentModel.DataAnnotations;
using Learning.Server.Conventions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Learning.Server.SignIn.Accounts;

/// <summary>The groups a coordinator looks after.</summary>
/// <param name="Coordinates">Keys of the groups; those below them belong to it too.</param>
public sealed record CoordinatesRequest([property: Required, MaxLength(50)] IReadOnlyList<string> Coordinates);

/// <summary>Says which groups a coordinator looks after.</summary>
internal static class ChangeGroups
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/{id}/groups", Handle)
        .WithSummary("Say which groups a coordinator looks after")
        .WithDescription("Replaces the groups, from the next call on.")
        .WithRequestExample(new CoordinatesRequest(["demo-district"]))
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

    private static async Task<Ok<AccountView>> Handle(Guid id, CoordinatesRequest request, AccountBook book, UserManager<Account> accounts, CancellationToken cancellationToken)
    {
        var account = await book.FindToChangeAsync(id, cancellationToken);
        if (!await accounts.IsInRoleAsync(account, Roles.Coordinator))
        {
            throw new Problem("account-groups-need-coordinator", "Only coordinators look after groups.", "coordinates", "Leave coordinates out, or give the role coordinator.").ToBrokenRule();
        }

        await book.CoordinateAsync(id, await book.GroupsAsync(request.Coordinates, cancellationToken), cancellationToken);
        return TypedResults.Ok(await book.ViewAsync(account, cancellationToken));
    }
}
