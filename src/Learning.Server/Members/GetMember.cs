using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Members;

/// <summary>Shows a member.</summary>
internal static class GetMember
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id}", Handle)
        .WithSummary("Show a member")
        .Refuses(StatusCodes.Status404NotFound);

    private static async Task<Ok<MemberAnswer>> Handle(Guid id, Scope scope, MemberAnswers answers, HttpResponse response, CancellationToken cancellationToken)
    {
        var member = await scope.MemberAsync(id, cancellationToken);
        response.Tag(member.Version);
        return TypedResults.Ok(await answers.OfAsync(member, cancellationToken));
    }
}
