using Learning.Candidates;
using Learning.Data;
using Learning.Members;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Members;

/// <summary>Changes a member.</summary>
internal static class ChangeMember
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/{id}", Handle)
        .WithSummary("Change a member")
        .WithDescription("Replaces the profile; key, groups, exemptions and tags stay where they are left out. Members change their own, except what a coordinator decides: key, groups and exemptions. A change of groups is a transfer: where the person was before stays known.")
        .WithRequestExample(MemberRequest.Example)
        .NeedsMatch()
        .Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

    private static async Task<Ok<MemberAnswer>> Handle(
        Guid id, MemberRequest request, Scope scope, Caller caller, MemberKeeping members, MemberAnswers answers, StatisticsKeeper statistics, LearningDbContext db, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var member = await scope.MemberAsync(id, cancellationToken);
        http.Request.RequireMatch(member.Version);
        var personalised = member.Personalised;
        await members.ChangeAsync(member, request.ToProfile(time.GetUtcNow()), Tellers.About(caller, member), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (member.Personalised != personalised)
        {
            statistics.Forget();
        }

        http.Response.Tag(member.Version);
        return TypedResults.Ok(await answers.OfAsync(member, cancellationToken));
    }
}
