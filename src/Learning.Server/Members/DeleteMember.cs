using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Members;

/// <summary>Erases a member.</summary>
internal static class DeleteMember
{
    public static void Map(RouteGroupBuilder group) => group.MapDelete("/{id}", Handle)
        .WithSummary("Erase a member")
        .WithDescription("Everything kept about the person goes: records, lists shown, plans, the account. It can't be undone.")
        .Refuses(StatusCodes.Status404NotFound);

    private static async Task<NoContent> Handle(Guid id, Scope scope, Erasure erasure, CancellationToken cancellationToken)
    {
        await scope.RequireMemberAsync(id, cancellationToken);
        await erasure.EraseAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }
}
