using Learning.Data;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Members;

/// <summary>The tags of a member.</summary>
/// <param name="Items">The tags.</param>
public sealed record TagsAnswer(IReadOnlyList<TagAnswer> Items);

/// <summary>Shows the caller's tags and takes single ones away, whoever gave them.</summary>
internal static class MyTags
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/tags", List)
            .WithSummary("Show the words you are described by, and where each comes from")
            .Refuses(StatusCodes.Status404NotFound);
        group.MapDelete("/tags/{tag}", Remove)
            .WithSummary("Take a word away")
            .WithDescription("Taking away what is not there is done already.")
            .Refuses(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<TagsAnswer>> List(Caller caller, Scope scope, CancellationToken cancellationToken)
    {
        var member = await scope.MemberAsync(caller.RequiredMemberId, cancellationToken);
        return TypedResults.Ok(new TagsAnswer([.. member.Tags.Select(tag => new TagAnswer(tag.Name, tag.From))]));
    }

    private static async Task<NoContent> Remove(string tag, Caller caller, Scope scope, LearningDbContext db, CancellationToken cancellationToken)
    {
        var member = await scope.MemberAsync(caller.RequiredMemberId, cancellationToken);
        var left = member.Tags.Where(one => one.Name != tag).ToList();
        if (left.Count < member.Tags.Count)
        {
            member.Tags = left;
            member.Version++;
            await db.SaveChangesAsync(cancellationToken);
        }

        return TypedResults.NoContent();
    }
}
