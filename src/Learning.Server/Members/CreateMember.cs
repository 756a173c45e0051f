using Learning.Data;
using Learning.Members;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Members;

/// <summary>Adds a member.</summary>
internal static class CreateMember
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("", Handle)
        .WithSummary("Add a member")
        .WithDescription("The code of the occupation is looked for by its words. It is set only when there is hardly a doubt; otherwise occupation.candidates says what the words may mean, and a PUT decides.")
        .WithRequestExample(MemberRequest.Example)
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

    private static async Task<Created<MemberAnswer>> Handle(
        MemberRequest request, Caller caller, MemberKeeping members, MemberAnswers answers, LearningDbContext db, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var member = await members.AddAsync(request.ToProfile(time.GetUtcNow()), Tellers.Coordinator(caller), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        response.Tag(member.Version);
        return TypedResults.Created($"/api/v1/members/{member.Id}", await answers.OfAsync(member, cancellationToken));
    }
}
